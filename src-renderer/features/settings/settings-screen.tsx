/** Settings: pages at the left with a search over all of them, the page at the right. Every change takes effect at once. */
import { Box, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import { useTrail } from '../../ui/trail.tsx';
import { AboutPage } from './about-page.tsx';
import { AppearancePage } from './appearance-page.tsx';
import { BackupsPage } from './backups-page.tsx';
import { GeneralPage } from './general-page.tsx';
import { KeyboardPage } from './keyboard-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { findSettings, type SettingsPageId, settingsPages } from './settings-list.ts';
import classes from './settings-screen.module.css';
import { ThresholdsPage } from './thresholds-page.tsx';

const contents: Readonly<Record<SettingsPageId, () => ReactNode>> = {
  general: GeneralPage,
  appearance: AppearancePage,
  keyboard: KeyboardPage,
  scales: ThresholdsPage,
  privacy: PrivacyPage,
  backups: BackupsPage,
  about: AboutPage,
};

export function SettingsScreen() {
  const { page: named } = useParams<{ page?: string }>();
  const page = settingsPages.find(({ id }) => id === named) ?? settingsPages[0];
  const [text, setText] = useState('');
  useTrail(page?.name);
  if (page === undefined) return null;
  const Content = contents[page.id];
  return (
    <div className={classes.screen}>
      <nav className={classes.pages} aria-label="Pages of the settings">
        <TextInput
          data-filter
          aria-label="Find a setting"
          placeholder="Find a setting"
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('');
          }}
        />
        {text.trim() === '' ? <PageList current={page.id} /> : <FoundList text={text} onOpen={() => setText('')} />}
      </nav>
      <div className={classes.content}>
        <Box maw={896} pt={20} pb={40} px="var(--cn-margin)">
          <Content />
        </Box>
      </div>
    </div>
  );
}

function PageList({ current }: { readonly current: SettingsPageId }) {
  return (
    <ul className={classes.list}>
      {settingsPages.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/settings/${id}`} className={classes.item} aria-current={id === current ? 'page' : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function FoundList({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  const found = findSettings(text);
  if (found.length === 0) return <p className={classes.nothing}>No setting is called that.</p>;
  return (
    <ul className={classes.list}>
      {found.map(({ page, name }) => (
        <li key={`${page.id} ${name}`}>
          <Link href={`/settings/${page.id}`} className={classes.item} onClick={onOpen}>
            <span>{name}</span>
            <span className={classes.of}>{page.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

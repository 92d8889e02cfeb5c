/** What is worth doing next, the most useful first, and what to go on with. */
import { Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconFileCv,
  IconFileImport,
  IconFileText,
  IconPencil,
  IconPlus,
  IconStack2,
  IconTags,
  IconTargetArrow,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Home, HomeSuggestion } from '../../../shared/api/app.ts';
import { momentText } from '../../ui/instant-text.ts';
import classes from './next-lists.module.css';
import { SectionHead } from './section-head.tsx';

const suggestionIcons: Readonly<Record<HomeSuggestion['kind'], TablerIcon>> = {
  draft: IconPencil,
  gap: IconAlertCircle,
  unnamed: IconTags,
  pin: IconTargetArrow,
  import: IconFileImport,
  resume: IconFileCv,
  log: IconPlus,
};

export function SuggestionList({ suggestions }: Pick<Home, 'suggestions'>) {
  return (
    <section className={classes.section} aria-label="Worth doing next">
      <SectionHead
        title="Worth doing next"
        {...(suggestions.length > 1 ? { note: `${suggestions.length}, the most useful first` } : {})}
      />
      {suggestions.length === 0 ? (
        <p className={classes.nothing}>Nothing waits. The next accomplishment goes into the field above.</p>
      ) : (
        <ul className={classes.list}>
          {suggestions.map((suggestion) => {
            const Icon = suggestionIcons[suggestion.kind];
            return (
              <li key={`${suggestion.kind} ${suggestion.to} ${suggestion.title}`} className={classes.suggestion}>
                <Icon className={classes.icon} size={18} stroke={1.6} aria-hidden />
                <div className={classes.words}>
                  <div className={classes.title}>{suggestion.title}</div>
                  <div className={classes.detail}>{suggestion.detail}</div>
                </div>
                <Button component={Link} href={suggestion.to} aria-label={`${suggestion.act}: ${suggestion.title}`}>
                  {suggestion.act}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const itemIcons: Readonly<Record<Home['continueWith'][number]['kind'], TablerIcon>> = {
  resume: IconFileCv,
  import: IconFileImport,
  accomplishment: IconStack2,
  role: IconFileText,
};

export function ContinueList({ items }: { readonly items: Home['continueWith'] }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Continue">
      <SectionHead title="Continue" />
      <ul className={classes.list}>
        {items.map((item) => {
          const Icon = itemIcons[item.kind];
          return (
            <li key={item.to}>
              <Link href={item.to} className={classes.item}>
                <Icon className={classes.icon} size={16} stroke={1.6} aria-hidden />
                <span className={classes.itemTitle}>{item.title}</span>
                <span className={classes.itemDetail}>{item.detail}</span>
                <span className={classes.when}>{momentText(item.at)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is worth doing next, the most useful first, and what to go on with. */
import { Box, Button } from '@mantine/core';
import {
  IconFileCv,
  IconFileImport,
  IconFileText,
  IconPencil,
  IconPlus,
  IconStack2,
  IconTags,
  IconTargetArrow,
  IconTrendingUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Home, HomeSuggestion } from '../../../shared/api/home.ts';
import { useAnswer } from '../../api.ts';
import { UseDrafts } from '../../parts/drafts/drafts-notice.tsx';
import { momentText } from '../../ui/instant-text.ts';
import classes from './next-lists.module.css';
import { SectionHead } from './section-head.tsx';

const suggestionIcons: Readonly<Record<HomeSuggestion['kind'], TablerIcon>> = {
  draft: IconPencil,
  gap: IconTrendingUp,
  unnamed: IconTags,
  pin: IconTargetArrow,
  import: IconFileImport,
  resume: IconFileCv,
  log: IconPlus,
};

function UseAllDrafts() {
  const { data } = useAnswer('listDrafts', {});
  return data === undefined || data.total === 0 ? null : <UseDrafts drafts={data.drafts} />;
}

export function SuggestionList({ suggestions }: Pick<Home, 'suggestions'>) {
  return (
    <Box component="section" mb="lg" aria-label="Worth doing next">
      <SectionHead
        title="Worth doing next"
        {...(suggestions.length > 1 ? { note: `${suggestions.length}, the most useful first` } : {})}
      />
      {suggestions.length === 0 ? (
        <Box component="p" className="cn-quiet" py={12}>
          Nothing waits. The next accomplishment goes into the field above.
        </Box>
      ) : (
        <ul>
          {suggestions.map((suggestion) => {
            const Icon = suggestionIcons[suggestion.kind];
            return (
              <li key={`${suggestion.kind} ${suggestion.to} ${suggestion.title}`} className={classes.suggestion}>
                <Icon className={classes.icon} size={18} stroke={1.6} aria-hidden />
                <div className="cn-fill">
                  <div className="cn-pretty cn-strong">{suggestion.title}</div>
                  <div className="cn-small cn-quiet cn-pretty">{suggestion.detail}</div>
                </div>
                {suggestion.kind === 'draft' ? <UseAllDrafts /> : null}
                <Button component={Link} href={suggestion.to} aria-label={`${suggestion.act}: ${suggestion.title}`}>
                  {suggestion.act}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Box>
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
    <Box component="section" mb="lg" aria-label="Continue">
      <SectionHead title="Continue" />
      <ul>
        {items.map((item) => {
          const Icon = itemIcons[item.kind];
          return (
            <li key={item.to}>
              <Link href={item.to} className={classes.item}>
                <Icon className={classes.icon} size={16} stroke={1.6} aria-hidden />
                <Box component="span" className="cn-strong" miw={0}>
                  {item.title}
                </Box>
                <span className={classes.itemDetail}>{item.detail}</span>
                <span className={classes.when}>{momentText(item.at)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Box>
  );
}

/** One line of the list: what was done, when, and how strong the proof is. */
import { Flex } from '@mantine/core';
import { IconPaperclip, IconRubberStamp, IconRulerMeasure, IconUserCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { AccomplishmentRow } from '../../../shared/api/accomplishment.ts';
import type { Relation } from '../../../shared/api/values.ts';
import { DraftBadge } from '../../ui/badges.tsx';
import { Snippet } from '../../ui/snippet.tsx';
import classes from './accomplishment-row.module.css';

import { rowDate } from './row-date.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  manager: 'Manager',
  client: 'Client',
  peer: 'Peer',
  report: 'Report',
  other: 'Other',
};

interface RowProps {
  readonly row: AccomplishmentRow;
}

/** A snippet without its marks and the dots at its ends. */
function wordsOf(snippet: string): string {
  return snippet.replaceAll('\u0002', '').replaceAll('\u0003', '').replace(/^…|…$/gu, '').trim();
}

export const AccomplishmentRowContent = memo(function AccomplishmentRowContent({ row }: RowProps) {
  const date = rowDate(row);
  const title = row.title.trim();
  // What was found in the title is marked there, and not told twice.
  const found = row.snippet === null ? '' : wordsOf(row.snippet);
  const isTitleFound = found !== '' && found === title;
  return (
    <>
      <div className={title === '' ? classes.untitled : classes.title}>
        {isTitleFound && row.snippet !== null ? <Snippet text={row.snippet} /> : title || 'Untitled'}
      </div>
      {row.snippet !== null && found !== '' && !isTitleFound && (
        <div className={classes.snippet}>
          <Snippet text={row.snippet} />
        </div>
      )}
      <div className={classes.meta}>
        <span className={classes.date}>{date}</span>
        {row.status === 'draft' && <DraftBadge missing={row.missing} />}
        <span className={classes.marks}>
          {row.isMeasured && <IconRulerMeasure size={16} stroke={1.6} role="img" aria-label="measured" />}
          {row.witness !== null && (
            <Flex component="span" display="inline-flex" align="center" gap="xs">
              {row.witness === 'manager' || row.witness === 'client' ? (
                <IconRubberStamp size={16} stroke={1.6} aria-hidden />
              ) : (
                <IconUserCheck size={16} stroke={1.6} aria-hidden />
              )}
              {relationWords[row.witness]}
            </Flex>
          )}
          {row.evidenceCount > 0 && (
            <Flex component="span" display="inline-flex" align="center" gap="xs">
              <IconPaperclip size={16} stroke={1.6} role="img" aria-label="evidence" />
              {row.evidenceCount}
            </Flex>
          )}
        </span>
      </div>
    </>
  );
});

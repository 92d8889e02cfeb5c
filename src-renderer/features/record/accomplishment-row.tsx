/** One line of the list: what was done, when, and how strong the proof is. */
import { IconPaperclip, IconRubberStamp, IconRulerMeasure, IconUserCheck } from '@tabler/icons-react';
import type { AccomplishmentRow } from '../../../shared/api/accomplishment.ts';
import type { Relation } from '../../../shared/api/values.ts';
import { DraftBadge } from '../../components/badges.tsx';
import { Snippet } from '../../components/snippet.tsx';
import classes from './accomplishment-row.module.css';

import { rowDate } from './row-date.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  manager: 'Manager',
  client: 'Client',
  peer: 'Peer',
  report: 'Report',
  other: 'Other',
};

export function AccomplishmentRowContent({ row }: { readonly row: AccomplishmentRow }) {
  const date = rowDate(row);
  return (
    <>
      <div className={row.title.trim() === '' ? classes.untitled : classes.title}>{row.title.trim() || 'Untitled'}</div>
      {row.snippet !== null && row.snippet !== '' && (
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
            <span className={classes.mark}>
              {row.witness === 'manager' || row.witness === 'client' ? (
                <IconRubberStamp size={16} stroke={1.6} aria-hidden />
              ) : (
                <IconUserCheck size={16} stroke={1.6} aria-hidden />
              )}
              {relationWords[row.witness]}
            </span>
          )}
          {row.evidenceCount > 0 && (
            <span className={classes.mark}>
              <IconPaperclip size={16} stroke={1.6} role="img" aria-label="evidence" />
              {row.evidenceCount}
            </span>
          )}
        </span>
      </div>
    </>
  );
}

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

/** Reads well aloud: “Cut latency from 412 to 96 ms, Sep 2026, measured, confirmed by a manager, 3 pieces of evidence”. */
export function describeRow(row: AccomplishmentRow): string {
  const parts = [row.title.trim() || 'Untitled'];
  const date = rowDate(row);
  if (date !== '') parts.push(date);
  if (row.status === 'draft') parts.push(row.missing === null ? 'draft' : `draft, ${row.missing}`);
  if (row.isMeasured) parts.push('measured');
  if (row.witness !== null) parts.push(`confirmed: ${relationWords[row.witness].toLowerCase()}`);
  if (row.evidenceCount > 0) parts.push(`${row.evidenceCount} evidence`);
  return parts.join(', ');
}

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
          {row.isMeasured && <IconRulerMeasure size={16} stroke={1.6} />}
          {row.witness !== null && (
            <span className={classes.mark}>
              {row.witness === 'manager' || row.witness === 'client' ? (
                <IconRubberStamp size={16} stroke={1.6} />
              ) : (
                <IconUserCheck size={16} stroke={1.6} />
              )}
              {relationWords[row.witness]}
            </span>
          )}
          {row.evidenceCount > 0 && (
            <span className={classes.mark}>
              <IconPaperclip size={16} stroke={1.6} />
              {row.evidenceCount}
            </span>
          )}
        </span>
      </div>
    </>
  );
}

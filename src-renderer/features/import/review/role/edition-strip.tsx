/** The word in the head of a review about roles that are here already: how many, what differs, and the way to compare. */
import { Link } from 'wouter';
import type { ImportDraft } from '../../../../../shared/api/import.ts';
import { counted } from '../../reading/reading-counts.ts';
import classes from '../review.module.css';
import type { Editions } from './use-editions.ts';

interface EditionStripProps {
  readonly draft: ImportDraft;
  readonly editions: Editions;
}

/** “12 changes; 3 of them where you changed something yourself.” */
export function editionSentence({ offers, total, isKnown }: Editions): string {
  if (!isKnown) return 'Comparing.';
  if (total === 0) return offers.length === 1 ? 'Nothing differs from it.' : 'Nothing differs from them.';
  const own = offers.flatMap(({ changes }) => changes).filter(({ yours }) => yours !== null).length;
  const changes = `This edition brings ${counted(total, 'change', 'changes')}`;
  return own === 0 ? `${changes}.` : `${changes}, ${own} of them where you changed something yourself.`;
}

export function EditionStrip({ draft, editions }: EditionStripProps) {
  const shown = draft.alreadyHere.slice(0, 3);
  const rest = draft.alreadyHere.length - shown.length;
  return (
    <p className={classes.info} role="note">
      {'Here already: '}
      {shown.map((role, index) => (
        <span key={role.id}>
          {index > 0 && ', '}
          <Link to={`/roles/${role.id}`} className={classes.infoLink}>
            {role.title}
          </Link>
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
      {`. ${editionSentence(editions)}`}
    </p>
  );
}

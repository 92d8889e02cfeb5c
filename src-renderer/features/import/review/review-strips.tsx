/** What is said above a draft: its encoding was repaired, roles of it are here already. */
import type { ImportDraft } from '../../../../shared/api/import.ts';
import { RepairStrip } from './repair-strip.tsx';
import { EditionStrip } from './role/edition-strip.tsx';
import type { Editions } from './role/use-editions.ts';

interface ReviewStripsProps {
  readonly draft: ImportDraft;
  readonly editions: Editions;
  /** Settles what is typed before the draft is read again. */
  readonly onBefore: () => Promise<void>;
  readonly onChooseLine: (line: number) => void;
}

export function ReviewStrips({ draft, editions, onBefore, onChooseLine }: ReviewStripsProps) {
  return (
    <>
      {draft.repair !== undefined && (
        <RepairStrip draft={draft} repair={draft.repair} onBefore={onBefore} onChooseLine={onChooseLine} />
      )}
      {draft.alreadyHere.length > 0 && <EditionStrip draft={draft} editions={editions} />}
    </>
  );
}

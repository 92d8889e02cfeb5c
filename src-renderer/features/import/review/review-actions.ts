/** The one filled button of a review and what stands beside it: add, compare with what is here, take over. */
import type { ImportDraft } from '../../../../shared/api/import.ts';
import { counted, figure } from '../reading/reading-counts.ts';
import type { Joins } from './pack/use-joins.ts';
import type { Editions } from './role/use-editions.ts';
import type { AddInput, Adding } from './use-adding.ts';

export interface ReviewAction {
  readonly label: string;
  readonly run: () => void;
  readonly isDisabled?: boolean;
}

export interface ReviewActions {
  /** Null where there is nothing to add. */
  readonly main: ReviewAction | null;
  readonly other: ReviewAction | null;
}

interface Reviewed {
  readonly draft: ImportDraft;
  readonly adding: Adding;
  readonly joins: Joins;
  readonly editions: Editions;
  /** Whether the changes are what is shown. */
  readonly isComparing: boolean;
  readonly compare: () => void;
}

/** “Take over 12 changes, add 1 role” */
export function takeOverLabel(taken: number, added: number): string {
  const parts = [
    taken > 0 || added === 0 ? `take over ${counted(taken, 'change', 'changes')}` : '',
    added > 0 ? `add ${counted(added, 'role', 'roles')}` : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What can be done with a draft. Roles that are here already are compared first; nothing is taken over unseen. */
export function reviewActions({ draft, adding, joins, editions, isComparing, compare }: Reviewed): ReviewActions {
  const roles = draft.counts.roles;
  const addAll = (): AddInput => ({ ...joins.input(), into: [] });
  const takeOver = (): AddInput => ({ ...joins.input(), into: editions.into() });
  const knownCount = draft.alreadyHere.length;
  if (knownCount === 0) {
    return {
      main: { label: roles === 1 ? 'Add role' : `Add ${figure(roles)} roles`, run: () => adding.add(addAll) },
      other: null,
    };
  }
  const isOne = roles === 1;
  const added = Math.max(0, roles - editions.offers.length);
  const other = {
    label: isOne ? 'Add as another role' : `Add as ${figure(roles)} other roles`,
    run: () => adding.add(addAll),
  };
  if (!isComparing) {
    return {
      main: { label: knownCount === 1 ? 'Compare with the one you have' : 'Compare with those you have', run: compare },
      other,
    };
  }
  // The same edition again: there is nothing to take over.
  if (editions.isKnown && editions.total === 0 && added === 0) return { main: null, other };
  return {
    main: {
      label: takeOverLabel(editions.taken, added),
      run: () => adding.add(takeOver),
      isDisabled: !editions.isKnown || (editions.taken === 0 && added === 0),
    },
    other,
  };
}

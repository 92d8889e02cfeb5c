/** Roles of a draft that are here already: what would change in them, and which of it the user takes over. */
import { useMemo } from 'react';
import type { EditionOffer, ImportDraft } from '../../../../../shared/api/import.ts';
import type { ShownChange } from '../../../../../shared/api/role-change.ts';
import { useAnswer } from '../../../../api.ts';
import type { AddInput } from '../use-adding.ts';
import { useNamedDecisions } from './use-named-decisions.ts';

export interface Editions {
  readonly offers: readonly EditionOffer[];
  /** Whether what differs is known by now. */
  readonly isKnown: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly isTaken: (offer: EditionOffer, change: ShownChange) => boolean;
  readonly take: (offer: EditionOffer, changes: readonly ShownChange[], isTaken: boolean) => void;
  /** How many changes are taken over, of how many. */
  readonly taken: number;
  readonly total: number;
  readonly into: () => NonNullable<AddInput['into']>;
}

const keyOf = (offer: EditionOffer, change: ShownChange): string => `${offer.index} ${change.id}`;

/** Everything is taken over from the start, but for what the user changed themselves. */
export function isTakenOver(
  choices: Readonly<Record<string, boolean>>,
  offer: EditionOffer,
  change: ShownChange,
): boolean {
  return choices[keyOf(offer, change)] ?? change.yours === null;
}

/** What is sent: every role that is here, with the changes that are taken over. */
export function chosenChanges(
  offers: readonly EditionOffer[],
  choices: Readonly<Record<string, boolean>>,
): NonNullable<AddInput['into']> {
  return offers.map((offer) => ({
    roleId: offer.roleId,
    index: offer.index,
    changeIds: offer.changes.filter((change) => isTakenOver(choices, offer, change)).map(({ id }) => id),
  }));
}

const noOffers: readonly EditionOffer[] = [];

export function useEditions(draft: ImportDraft): Editions {
  const answer = useAnswer(
    'getEditionOffers',
    { id: draft.id },
    { enabled: draft.kind === 'patch' || draft.alreadyHere.length > 0 },
  );
  const savedChoices = useNamedDecisions<boolean>(draft.id, 'editions');
  const offers = answer.data ?? noOffers;
  const { data, error, refetch } = answer;
  return useMemo(() => {
    const choices = savedChoices.values;
    const all = offers.flatMap((offer) => offer.changes.map((change) => isTakenOver(choices, offer, change)));
    return {
      offers,
      isKnown: data !== undefined,
      error,
      retry: () => void refetch(),
      isTaken: (offer, change) => isTakenOver(choices, offer, change),
      take: (offer, changes, isTaken) =>
        savedChoices.set(Object.fromEntries(changes.map((change) => [keyOf(offer, change), isTaken]))),
      taken: all.filter(Boolean).length,
      total: all.length,
      into: () => chosenChanges(offers, choices),
    };
  }, [offers, data, error, refetch, savedChoices]);
}

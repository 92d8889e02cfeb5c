/** Names of a draft that may be competencies already here: what the user said of each, kept until the draft is added. */
import { useMemo } from 'react';
import type { ImportDraft, JoinOffer } from '../../../../../shared/api/import.ts';
import { useAnswer } from '../../../../api.ts';
import { useNamedDecisions } from '../role/use-named-decisions.ts';

/** `same` names the competency it is; `apart` says that it is none of those offered. */
export type JoinChoice = { readonly same: string } | { readonly apart: true };

export interface Joins {
  readonly offers: readonly JoinOffer[];
  readonly choiceOf: (name: string) => JoinChoice | null;
  /** Null takes the choice back. */
  readonly choose: (name: string, choice: JoinChoice | null) => void;
  readonly decided: number;
  readonly error: unknown;
  /** What is sent when the draft is added: nothing for names that were not decided. */
  readonly input: () => JoinInput;
}

interface Pair {
  readonly name: string;
  readonly competencyId: string;
}
interface JoinInput {
  readonly joins: Pair[];
  readonly apart: Pair[];
}

/** Choices as pairs of a name and a competency; a name that is no longer offered is left alone. */
export function joinInput(offers: readonly JoinOffer[], choices: Readonly<Record<string, JoinChoice>>): JoinInput {
  const joins: Pair[] = [];
  const apart: Pair[] = [];
  for (const { name, candidates } of offers) {
    const choice = choices[name];
    if (choice === undefined) continue;
    for (const { id } of candidates) {
      if ('same' in choice && choice.same === id) joins.push({ name, competencyId: id });
      else if ('apart' in choice) apart.push({ name, competencyId: id });
    }
  }
  return { joins, apart };
}

const noOffers: readonly JoinOffer[] = [];

export function useJoins(draft: ImportDraft): Joins {
  const answer = useAnswer('getJoinOffers', { id: draft.id }, { enabled: draft.kind !== 'patch' });
  const savedChoices = useNamedDecisions<JoinChoice>(draft.id, 'joins');
  const offers = answer.data ?? noOffers;
  return useMemo(
    () => ({
      offers,
      choiceOf: (name) => savedChoices.values[name] ?? null,
      choose: (name, choice) => savedChoices.set({ [name]: choice ?? undefined }),
      decided: offers.filter(({ name }) => savedChoices.values[name] !== undefined).length,
      error: answer.error,
      input: () => joinInput(offers, savedChoices.values),
    }),
    [offers, savedChoices, answer.error],
  );
}

/** Choices made during a review, saved with its draft, so that a review can be left and come back to. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../../shared/api/import.ts';
import { call } from '../../../api.ts';
import { useSavedContent } from '../../../parts/saving/use-saved-content.ts';

type Make<Choices> = (choices: Choices) => Choices;

interface ReviewChoices<Choices> {
  readonly choices: Choices;
  readonly change: (make: Make<Choices>) => void;
}

/** How choices are written as text, and read again. */
interface Writing<Choices> {
  readonly none: Choices;
  readonly read: (text: string) => Choices;
  readonly write: (choices: Choices) => string;
}

/** As much as is saved; beyond that choices last as long as the screen. */
const mostCharacters = 200_000;

/** `writing` is the same at every call. */
export function useReviewChoices<Choices>(
  draftId: string,
  about: Decision,
  writing: Writing<Choices>,
): ReviewChoices<Choices> {
  const key = `${draftId} ${about}`;
  const [earlier, setEarlier] = useState<{ readonly key: string; readonly choices: Choices } | null>(null);
  /** What was chosen before the earlier choices were read: it is made on top of them then. */
  const [waiting, setWaiting] = useState<readonly Make<Choices>[]>([]);
  const isRead = earlier?.key === key;
  const stand = useRef({ isRead, waiting });
  stand.current = { isRead, waiting };
  const {
    content,
    latest,
    change: set,
  } = useSavedContent({
    saved: isRead ? earlier.choices : writing.none,
    key,
    save: async (choices: Choices) => {
      const decided = writing.write(choices);
      if (decided.length <= mostCharacters) await call('keepImportDecision', { id: draftId, about, decided });
    },
  });

  useEffect(() => {
    let isGone = false;
    const begin = (choices: Choices) => {
      if (isGone) return;
      const makes = stand.current.waiting;
      setEarlier({ key, choices });
      setWaiting([]);
      if (makes.length > 0) set(makes.reduce((now, make) => make(now), choices));
    };
    call('getImportDecision', { id: draftId, about })
      .then(({ decided }) => begin(decided ? writing.read(decided) : writing.none))
      // Without them the review starts again; nothing of the draft is lost.
      .catch(() => begin(writing.none));
    return () => {
      isGone = true;
    };
  }, [draftId, about, key, set, writing]);

  const change = useCallback(
    (make: Make<Choices>) => {
      if (stand.current.isRead) set(make(latest()));
      else setWaiting((before) => [...before, make]);
    },
    [latest, set],
  );
  return { choices: isRead ? content : waiting.reduce((now, make) => make(now), writing.none), change };
}

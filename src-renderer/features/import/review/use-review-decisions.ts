/** Decisions made during a review, saved with its draft, so that a review can be left and come back to. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../../shared/api/import.ts';
import { call } from '../../../api.ts';
import { useSavedContent } from '../../../parts/saving/use-saved-content.ts';

type Make<Decisions> = (decisions: Decisions) => Decisions;

interface ReviewDecisions<Decisions> {
  readonly decisions: Decisions;
  readonly change: (make: Make<Decisions>) => void;
}

/** How decisions are written as text, and read again. */
interface Writing<Decisions> {
  readonly none: Decisions;
  readonly read: (text: string) => Decisions;
  readonly write: (decisions: Decisions) => string;
}

/** As much as is saved; beyond that decisions last as long as the screen. */
const mostCharacters = 200_000;

/** `writing` is the same at every call. */
export function useReviewDecisions<Decisions>(
  draftId: string,
  about: Decision,
  writing: Writing<Decisions>,
): ReviewDecisions<Decisions> {
  const key = `${draftId} ${about}`;
  const [earlier, setEarlier] = useState<{ readonly key: string; readonly decisions: Decisions } | null>(null);
  /** What was chosen before the earlier decisions were read: it is made on top of them then. */
  const [waiting, setWaiting] = useState<readonly Make<Decisions>[]>([]);
  const isRead = earlier?.key === key;
  const stand = useRef({ isRead, waiting });
  stand.current = { isRead, waiting };
  const {
    content,
    latest,
    change: set,
  } = useSavedContent({
    saved: isRead ? earlier.decisions : writing.none,
    key,
    save: async (decisions: Decisions) => {
      const decided = writing.write(decisions);
      if (decided.length <= mostCharacters) await call('keepImportDecision', { id: draftId, about, decided });
    },
  });

  useEffect(() => {
    let isGone = false;
    const begin = (decisions: Decisions) => {
      if (isGone) return;
      const makes = stand.current.waiting;
      setEarlier({ key, decisions });
      setWaiting([]);
      if (makes.length > 0) set(makes.reduce((now, make) => make(now), decisions));
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
    (make: Make<Decisions>) => {
      if (stand.current.isRead) set(make(latest()));
      else setWaiting((before) => [...before, make]);
    },
    [latest, set],
  );
  return { decisions: isRead ? content : waiting.reduce((now, make) => make(now), writing.none), change };
}

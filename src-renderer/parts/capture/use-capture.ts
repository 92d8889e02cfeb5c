/** A note on its way into the record: its text, kept within a second of typing, what is understood of it, and its saving. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaptureVocabulary, Metric } from '../../../shared/api/accomplishment.ts';
import { type CaptureReading, readCapture } from '../../../shared/domain/capture/capture.ts';
import { positionMark } from '../../../shared/domain/capture/capture-suggestions.ts';
import { dateInText } from '../../../shared/domain/dates/date-in-text.ts';
import { answerKey, call, useAnswer } from '../../api.ts';
import { dayOf } from '../../ui/instant-text.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';

/** Under which a note that was not saved is kept, wherever it was begun. */
const keepKey = 'capture';
const pauseMs = 300;
const noNames: CaptureVocabulary = { positions: [], competencies: [], tags: [] };

interface Kept {
  readonly text: string | null;
}

export interface Capture {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly vocabulary: CaptureVocabulary;
  readonly reading: CaptureReading;
  /** Undefined is today; null is: no date. */
  readonly startedOn: string | null | undefined;
  /** A date that the text names, while none was chosen: it is offered and not taken. */
  readonly foundDate: string | null;
  readonly setStartedOn: (date: string | null) => void;
  /** Whether the metric that was found in the text is taken. */
  readonly isMetricKept: boolean;
  readonly keepMetric: (isKept: boolean) => void;
  /** Makes a mark that fits several positions exact: the one that is proposed. */
  readonly keepPosition: () => void;
  /** Whether the only position held that day is left out. */
  readonly isPositionRefused: boolean;
  readonly refusePosition: (isRefused: boolean) => void;
  /** Takes the first guess that waits; false when none does. */
  readonly takeGuess: () => boolean;
  /** Saves a draft and empties the field; answers its id, or null when there was nothing to save or main refused. */
  readonly save: () => Promise<string | null>;
  readonly isSaving: boolean;
  readonly error: unknown;
}

export function useCapture(): Capture {
  const unsaved = useAnswer('getUnsaved', { key: keepKey });
  const vocabulary = useAnswer('getCaptureVocabulary', {}).data ?? noNames;
  const client = useQueryClient();
  const {
    content: text,
    latest,
    change,
    leave,
  } = useSavedContent({
    saved: unsaved.data?.text ?? '',
    key: keepKey,
    pauseMs,
    save: async (next: string) => {
      await call('keepUnsaved', { key: keepKey, text: next });
      const key = answerKey('getUnsaved', { key: keepKey });
      // A question that is still on its way was asked before, so that its answer is older.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<Kept>(key, { text: next === '' ? null : next });
    },
  });
  const [startedOn, setStartedOn] = useState<string | null | undefined>(undefined);
  const [keptMetric, setKeptMetric] = useState<string | null>(null);
  const [isRefused, refusePosition] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isRead = useRef(unsaved.data !== undefined);

  const today = dayOf(new Date());
  const day = startedOn ?? today;
  const foundDate = useMemo(() => (startedOn === undefined ? dateInText(text, today) : null), [text, today, startedOn]);
  const reading = useMemo(() => readCapture(text, vocabulary, day), [text, vocabulary, day]);
  // a position that the text names is refused by taking its words out
  const isPositionRefused = isRefused && reading.position?.from === '';

  // Typed before the note of an earlier time was read: that note comes first, and neither is lost.
  useEffect(() => {
    if (isRead.current || unsaved.data === undefined) return;
    isRead.current = true;
    const earlier = unsaved.data.text ?? '';
    const typed = latest();
    if (earlier !== '' && typed !== '' && typed !== earlier) change(`${earlier}\n${typed}`);
  }, [unsaved.data, latest, change]);
  const setText = useCallback(
    (next: string) => {
      setError(null);
      change(next);
    },
    [change],
  );

  const metric = reading.metric;
  const isMetricKept = metric !== null && keptMetric === metric.from;
  const keepPosition = () => {
    const position = vocabulary.positions.find(({ id }) => id === reading.position?.id);
    if (position === undefined || reading.position === null || reading.position.certain) return;
    const mark = positionMark(position, vocabulary);
    const { from } = reading.position;
    const at = text.indexOf(from);
    if (at >= 0) setText(text.slice(0, at) + mark + text.slice(at + from.length));
  };
  const takeGuess = () => {
    if (text.trim() === '') return false;
    if (foundDate !== null) setStartedOn(foundDate.date);
    else if (reading.position !== null && !reading.position.certain) keepPosition();
    else if (metric !== null && !isMetricKept) setKeptMetric(metric.from);
    else return false;
    return true;
  };
  const save = async () => {
    if (text.trim() === '' || isSaving) return null;
    setIsSaving(true);
    setError(null);
    const metrics: Metric[] =
      metric !== null && isMetricKept
        ? [{ name: metric.name, unit: metric.unit, baseline: metric.baseline, value: metric.value }]
        : [];
    try {
      const { id } = await call('logAccomplishment', {
        text: text.trim(),
        ...(startedOn === undefined ? {} : { startedOn }),
        ...(isPositionRefused ? { positionId: null } : {}),
        ...(metrics.length === 0 ? {} : { metrics }),
      });
      // What was typed on while it was saved is the beginning of the next note.
      const now = latest();
      change(now.startsWith(text) ? now.slice(text.length) : now);
      void leave();
      setStartedOn(undefined);
      setKeptMetric(null);
      refusePosition(false);
      return id;
    } catch (refusal) {
      setError(refusal);
      return null;
    } finally {
      setIsSaving(false);
    }
  };
  return {
    text,
    setText,
    vocabulary,
    reading,
    startedOn,
    foundDate: foundDate?.date ?? null,
    setStartedOn,
    isMetricKept,
    keepMetric: (isKept) => setKeptMetric(isKept && metric !== null ? metric.from : null),
    keepPosition,
    isPositionRefused,
    refusePosition,
    takeGuess,
    save,
    isSaving,
    error,
  };
}

/** A note on its way into the record: its text, kept within a second of typing, what is understood of it, and its saving. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Metric } from '../../shared/api/accomplishment.ts';
import { type CaptureKnown, type CaptureReading, readCapture } from '../../shared/domain/capture.ts';
import { answerKey, call, queryClient, useAnswer } from '../api.ts';
import { positionMark } from './capture-suggestions.ts';
import { useFlush } from './flush.ts';
import { dayOf } from './instant-text.ts';

/** Under which a note that was not saved is kept, wherever it was begun. */
const keepKey = 'capture';
const pauseMs = 300;

interface Kept {
  readonly text: string | null;
}

export interface Capture {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly known: CaptureKnown;
  readonly reading: CaptureReading;
  /** Undefined is today; null is: no date. */
  readonly startedOn: string | null | undefined;
  readonly setStartedOn: (date: string | null) => void;
  /** Whether the metric that was found in the text is taken. */
  readonly isMetricKept: boolean;
  readonly keepMetric: (isKept: boolean) => void;
  /** Writes the proposed position into the text as a mark. */
  readonly keepPosition: () => void;
  /** Takes the first guess that waits; false when none does. */
  readonly takeGuess: () => boolean;
  /** Saves a draft and empties the field; answers its id, or null when there was nothing to save or main refused. */
  readonly save: () => Promise<string | null>;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Writes the text aside at once, as when its field closes. */
  readonly keepNow: () => Promise<unknown> | undefined;
}

export function useCapture(): Capture {
  const kept = useAnswer('getUnsaved', { key: keepKey });
  const background = useAnswer('getBackground', {});
  const tags = useAnswer('listTags', {});
  const competencies = useAnswer('listCompetencies', {});
  const [text, setOwnText] = useState(kept.data?.text ?? '');
  const [startedOn, setStartedOn] = useState<string | null | undefined>(undefined);
  const [keptMetric, setKeptMetric] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const unkept = useRef<string | null>(null);

  const known = useMemo((): CaptureKnown => {
    const employers = new Map((background.data?.employers ?? []).map((employer) => [employer.id, employer.name]));
    return {
      positions: (background.data?.positions ?? []).map((position) => ({
        ...position,
        employer: employers.get(position.employerId) ?? '',
      })),
      competencies: competencies.data?.competencies ?? [],
      tags: (tags.data ?? []).map((one) => one.tag),
      today: dayOf(new Date()),
    };
  }, [background.data, competencies.data, tags.data]);
  const reading = useMemo(() => readCapture(text, known), [text, known]);

  // What another field typed, or an earlier window, is taken over; what is typed here wins until it is kept.
  useEffect(() => {
    const other = kept.data?.text ?? '';
    if (unkept.current === null && kept.data !== undefined) setOwnText(other);
  }, [kept.data]);

  const keepNow = useCallback((): Promise<unknown> | undefined => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const next = unkept.current;
    if (next === null) return undefined;
    unkept.current = null;
    queryClient.setQueryData<Kept>(answerKey('getUnsaved', { key: keepKey }), { text: next === '' ? null : next });
    // A refusal to keep is no news here: the text is still in the field, and its saving will tell.
    return call('keepUnsaved', { key: keepKey, text: next }).catch(() => undefined);
  }, []);
  const setText = useCallback(
    (next: string) => {
      setOwnText(next);
      setError(null);
      unkept.current = next;
      timer.current ??= setTimeout(() => void keepNow(), pauseMs);
    },
    [keepNow],
  );
  useEffect(() => () => void keepNow(), [keepNow]);
  useFlush(keepNow);

  const metric = reading.metric;
  const isMetricKept = metric !== null && keptMetric === metric.from;
  const keepPosition = () => {
    const position = known.positions.find((one) => one.id === reading.position?.id);
    if (position === undefined || reading.position === null || reading.position.certain) return;
    const mark = positionMark(position, known.positions);
    const { from } = reading.position;
    const at = from === '' ? -1 : text.indexOf(from);
    // A mark that fits several positions is made exact; without a mark one is added.
    if (at >= 0) setText(text.slice(0, at) + mark + text.slice(at + from.length));
    else setText(`${text.trimEnd()} ${mark} `);
  };
  const takeGuess = () => {
    if (text.trim() === '') return false;
    if (reading.position !== null && !reading.position.certain) keepPosition();
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
        ...(metrics.length === 0 ? {} : { metrics }),
      });
      setText('');
      setStartedOn(undefined);
      setKeptMetric(null);
      void keepNow();
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
    known,
    reading,
    startedOn,
    setStartedOn,
    isMetricKept,
    keepMetric: (isKept) => setKeptMetric(isKept && metric !== null ? metric.from : null),
    keepPosition,
    takeGuess,
    save,
    isSaving,
    error,
    keepNow,
  };
}

/** How far long work is that main does: a bar once it takes longer than a moment, and Cancel where it can be stopped. */
import { Button, Group, Progress, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AppEvent } from '../../shared/api/events.ts';

type Work = Extract<AppEvent, { kind: 'progress' }>['work'];

interface LongWorkProps {
  /** Without it, no count comes and the bar only moves. */
  readonly work?: Work;
  /** What is being done: “Reading the backup”. */
  readonly label: string;
  readonly onCancel?: (() => void) | undefined;
}

/** What ends within it needs no bar, in milliseconds. */
const moment = 700;

/** To be shown while the work is under way. */
export function LongWork({ work, label, onCancel }: LongWorkProps) {
  const [part, setPart] = useState<number | null>(null);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), moment);
    const stop = window.api.onEvent((event) => {
      if (event.kind === 'progress' && event.work === work)
        setPart(event.total === 0 ? 1 : Math.min(1, event.done / event.total));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [work]);
  if (!isLong) return null;
  const percent = part === null ? null : Math.round(100 * part);
  return (
    <Stack gap="sm" my="sm">
      <Group className="cn-small cn-figures" gap="md" wrap="nowrap" justify="space-between" mih={32}>
        <span role="status">{percent === null ? `${label}…` : `${label}, ${percent}\u00a0%`}</span>
        {onCancel === undefined ? null : <Button onClick={onCancel}>Cancel</Button>}
      </Group>
      <Progress.Root>
        <Progress.Section value={percent ?? 100} animated={percent === null} aria-label={label} />
      </Progress.Root>
    </Stack>
  );
}

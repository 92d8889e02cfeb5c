/** Files dropped anywhere on the window: read into drafts; one is opened for its review, several wait on the import screen. */
import { Button, Group } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../api.ts';
import { ErrorBox } from '../errors/error-box.tsx';
import classes from './drop-zone.module.css';
import { readFiles } from './read-files.ts';

interface DropZoneProps {
  /** Goes to the review of that draft. */
  readonly onRead: (draftId: string) => void;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropZone({ onRead }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [path, navigate] = useLocation();
  const refusedAt = useRef(0);

  // a refusal goes when one goes on, but not with the step to what could be read
  useEffect(() => {
    if (path !== '' && Date.now() - refusedAt.current > 1_000) setError(null);
  }, [path]);

  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // Without this the window would open the file in place of the app.
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      setError(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      void readFiles(files, setReading)
        .then(({ ids, refusal }) => {
          refusedAt.current = Date.now();
          setError(refusal);
          const [first] = ids;
          if (ids.length > 1) navigate('/import');
          else if (first !== undefined) onRead(first);
        })
        .finally(() => setReading(null));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [onRead, navigate]);

  if (error !== null) {
    return (
      <div className={classes.result}>
        <ErrorBox error={error} action={<Button onClick={() => setError(null)}>Close</Button>} />
      </div>
    );
  }
  if (reading !== null) {
    return (
      <div className={classes.result}>
        <div className={classes.reading}>
          <span role="status">{reading}</span>
          {/* What was read before stays as a draft. */}
          <Button onClick={() => void call('cancelImport', {}).catch(setError)}>Cancel</Button>
        </div>
      </div>
    );
  }
  if (!isOver) return null;
  return (
    <div className={classes.zone}>
      <Group className="cn-strong" gap="sm" wrap="nowrap" c="var(--cn-accent-text)">
        <IconFileImport size={18} stroke={1.6} aria-hidden />
        Drop to read. You review it before anything is added.
      </Group>
    </div>
  );
}

/** Files dropped anywhere on the window: each is read into a draft, and the first is opened for its review. */
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api.ts';
import classes from './drop-zone.module.css';
import { ErrorBox } from './error-box.tsx';
import { fileBytes } from './file-bytes.ts';

interface DropZoneProps {
  /** Goes to the review of that draft. */
  readonly onRead: (draftId: string) => void;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

interface FilesRead {
  readonly ids: readonly string[];
  /** Why the first of those that could not be read was refused; null when all of them were read. */
  readonly refusal: unknown;
}

/** Reads the files one after the other, so that a large one is not held beside the rest; a bad one stops none of them. */
async function readFiles(files: readonly File[], onProgress: (done: number) => void): Promise<FilesRead> {
  const ids: string[] = [];
  let refusal: unknown = null;
  for (const [index, file] of files.entries()) {
    onProgress(index);
    try {
      const read = await call('readImport', { files: [{ name: file.name, bytes: await fileBytes(file) }] });
      ids.push(...(read?.ids ?? []));
    } catch (error) {
      refusal ??= error;
    }
  }
  return { ids, refusal };
}

export function DropZone({ onRead }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [path] = useLocation();
  const refusedAt = useRef(0);

  // a refusal goes when one goes on, but not with the step to the first file that could be read
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
      void readFiles(files, (done) =>
        setReading(`Reading ${files[done]?.name ?? 'a file'}, ${done + 1} of ${files.length}`),
      )
        .then(({ ids: [first], refusal }) => {
          refusedAt.current = Date.now();
          setError(refusal);
          if (first !== undefined) onRead(first);
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
  }, [onRead]);

  if (error !== null) {
    return (
      <div className={classes.result}>
        <ErrorBox error={error} action={<Button onClick={() => setError(null)}>Close</Button>} />
      </div>
    );
  }
  if (reading !== null) {
    return (
      <div className={classes.result} role="status">
        <p className={classes.reading}>{reading}</p>
      </div>
    );
  }
  if (!isOver) return null;
  return (
    <div className={classes.zone}>
      <div className={classes.words}>
        <IconFileImport size={18} stroke={1.6} aria-hidden />
        Drop to read. You review it before anything is added.
      </div>
    </div>
  );
}

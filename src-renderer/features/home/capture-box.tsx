/** Capture on Home, and beneath it the way to what was just captured. */
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../../api.ts';
import { CaptureField } from '../../parts/capture/capture-field.tsx';
import classes from './capture-box.module.css';

export function CaptureBox() {
  const [savedId, setSavedId] = useState<string | null>(null);
  // Undo takes it away again, and the line about it with it.
  const saved = useAnswer('getAccomplishment', { id: savedId ?? '' }, { enabled: savedId !== null });
  const isThere = saved.data !== undefined && saved.error === null && saved.data.deletedAt === null;
  return (
    <div className={classes.box}>
      <CaptureField onSaved={setSavedId} placeholder="What did you get done? #tag @position" />
      {savedId === null || !isThere ? null : (
        <p className={classes.note}>
          Saved as a draft:{' '}
          <Link href={`/record/${savedId}`} className="cn-link">
            {saved.data.title}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Capture on Home, and beneath it the way to what was just captured. */
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../../api.ts';
import { CaptureField } from '../../parts/capture/capture-field.tsx';

export function CaptureBox() {
  const [savedId, setSavedId] = useState<string | null>(null);
  // Undo takes it away again, and the line about it with it.
  const saved = useAnswer('getAccomplishment', { id: savedId ?? '' }, { enabled: savedId !== null });
  const isThere = saved.data !== undefined && saved.error === null && saved.data.deletedAt === null;
  return (
    <Stack gap="sm" mb="lg">
      <CaptureField onSaved={setSavedId} placeholder="What did you get done? #tag @position" />
      {savedId === null || !isThere ? null : (
        <p className="cn-small cn-quiet">
          Saved as a draft:{' '}
          <Link href={`/record/${savedId}`} className="cn-link">
            {saved.data.title}
          </Link>
        </p>
      )}
    </Stack>
  );
}

/** A reading that takes longer than a moment: what, how long so far, and Cancel. A reader does not tell how far it is, so the bar does not either. */
import { Box, Button, Group, Progress } from '@mantine/core';
import classes from './import-screen.module.css';
import type { Reading } from './use-reading.ts';

interface ReadingProgressProps {
  readonly reading: Reading;
  readonly onCancel: () => void;
}

export function ReadingProgress({ reading, onCancel }: ReadingProgressProps) {
  return (
    <Box maw={736}>
      <Group gap={12} wrap="nowrap" mb={6}>
        <span role="status">{reading.label}</span>
        <span className={classes.seconds}>{reading.isTimed ? `${reading.seconds} s` : ''}</span>
        <Button onClick={onCancel}>Cancel</Button>
      </Group>
      {reading.isTimed && (
        <Progress.Root>
          <Progress.Section value={100} animated striped={false} aria-label={reading.label} />
        </Progress.Root>
      )}
    </Box>
  );
}

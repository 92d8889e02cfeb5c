/** How far the adding of many roles is: count of count, a bar, Cancel. */
import { Button, Progress } from '@mantine/core';
import { counted, figure } from '../reading/reading-counts.ts';
import classes from './review.module.css';
import type { Adding, AddingProgress as Step } from './use-adding.ts';

interface AddingProgressProps {
  readonly progress: Step;
  readonly onCancel: Adding['cancel'];
}

export function AddingProgress({ progress: { done, total }, onCancel }: AddingProgressProps) {
  return (
    <div className={classes.progress}>
      <div className={classes.progressLine}>
        <span>{`${figure(done)} of ${counted(total, 'role', 'roles')}`}</span>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <Progress.Root>
        <Progress.Section
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={`${done} of ${total} roles added`}
        />
      </Progress.Root>
    </div>
  );
}

/** How far the adding of many roles is: count of count, a bar, Cancel. */
import { Box, Button, Group, Progress } from '@mantine/core';
import { counted, figure } from '../reading/reading-counts.ts';
import type { Adding, AddingProgress as Step } from './use-adding.ts';

interface AddingProgressProps {
  readonly progress: Step;
  readonly onCancel: Adding['cancel'];
}

export function AddingProgress({ progress: { done, total }, onCancel }: AddingProgressProps) {
  return (
    <Box className="cn-rule-below" flex="none" pt="sm" pb={12} px={20}>
      <Group className="cn-figures" gap={12} wrap="nowrap" justify="space-between" mb="xs">
        <span>{`${figure(done)} of ${counted(total, 'role', 'roles')}`}</span>
        <Button onClick={onCancel}>Cancel</Button>
      </Group>
      <Progress.Root>
        <Progress.Section
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={`${done} of ${total} roles added`}
        />
      </Progress.Root>
    </Box>
  );
}

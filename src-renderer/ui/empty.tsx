/** An empty list or pane: what goes here, one sentence, one act. */
import { Box, Flex } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty.module.css';
import { WholePane } from './pane.tsx';

interface EmptyProps {
  readonly title: string;
  readonly text: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** It stands for the whole screen, so that its title is the heading of the screen. */
  readonly isWhole?: boolean;
}

/** An empty screen. */
export function EmptyScreen(props: Omit<EmptyProps, 'isWhole'>) {
  return (
    <WholePane>
      <Empty isWhole {...props} />
    </WholePane>
  );
}

export function Empty({ title, text, action, isWhole = false }: EmptyProps) {
  const Heading = isWhole ? 'h1' : 'h2';
  return (
    <Box maw={544} py="md">
      <Heading className={classes.title}>{title}</Heading>
      <Box component="p" className="cn-small cn-quiet" mt={2}>
        {text}
      </Box>
      {action === undefined ? null : (
        <Flex wrap="wrap" gap="sm" mt={10}>
          {action}
        </Flex>
      )}
    </Box>
  );
}

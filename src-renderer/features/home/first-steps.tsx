/** What a fresh record needs first: three acts, in the order in which they help. */
import { Box, Button, Flex } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useRunAction } from '../../offered-actions.ts';
import classes from './first-steps.module.css';
import { SectionHead } from './section-head.tsx';

export function FirstSteps() {
  const runAction = useRunAction();
  return (
    <Box component="section" mb="lg" aria-label="Three first acts">
      <SectionHead title="Three first acts" note="a minute each" />
      <ol>
        <Step
          number={1}
          title="Write down one thing you finished"
          text="One line is enough: what changed, and from what to what. It is saved as a draft, and the rest can wait."
        >
          <Button variant="filled" onClick={() => runAction('capture')}>
            {actions.capture.short}
          </Button>
        </Step>
        <Step
          number={2}
          title="Say where you work"
          text="An employer and a position give accomplishments their place, and a resume its backbone."
        >
          <Button component={Link} href="/background">
            Add position
          </Button>
        </Step>
        <Step
          number={3}
          title="Choose a role to aim at"
          text="Its requirements stand beside what you can show, and tell what is worth doing next."
        >
          <Button component={Link} href="/roles">
            Choose a role
          </Button>
        </Step>
      </ol>
    </Box>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Step({ number, title, text, children }: StepProps) {
  return (
    <Flex component="li" className="cn-rule-below" align="center" gap={12} py={10}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div className="cn-fill">
        <div className="cn-strong">{title}</div>
        <div className="cn-small cn-quiet cn-pretty">{text}</div>
      </div>
      {children}
    </Flex>
  );
}

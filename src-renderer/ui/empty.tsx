/** An empty list or pane: what goes here, one sentence, one act. */
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly text: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** It stands for the whole screen, so that its title is the heading of the screen. */
  readonly isWhole?: boolean;
}

export function Empty({ title, text, action, isWhole = false }: EmptyProps) {
  const Heading = isWhole ? 'h1' : 'h2';
  return (
    <div className={classes.empty}>
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.text}>{text}</p>
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </div>
  );
}

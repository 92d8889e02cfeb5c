/** An empty list or pane: what goes here, one sentence, one act. */
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly text: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
}

export function Empty({ title, text, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </div>
  );
}

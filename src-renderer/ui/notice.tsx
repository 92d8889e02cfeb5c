/** Something to be known, in place: what it is, what follows from it, and the acts. */
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'warning' | 'danger';
  readonly what: string;
  readonly rest?: string | null;
  readonly children?: ReactNode;
}

export function Notice({ tone, what, rest = null, children }: NoticeProps) {
  const Icon = tone === 'danger' ? IconAlertCircle : IconAlertTriangle;
  return (
    <div className={classes.box} data-tone={tone} role="status">
      <Icon className={classes.icon} size={18} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        <div className={classes.what}>{what}</div>
        {rest === null || rest === '' ? null : <div className={classes.rest}>{rest}</div>}
      </div>
      {children === undefined ? null : <div className={classes.acts}>{children}</div>}
    </div>
  );
}

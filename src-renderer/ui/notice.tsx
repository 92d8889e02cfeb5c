/** Something to be known, in place: what it is, what follows from it, and the acts. */
import { Box, Group } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly what: string;
  readonly rest?: string | null;
  readonly children?: ReactNode;
}

export function Notice({ tone, what, rest = null, children }: NoticeProps) {
  const Icon = { info: IconInfoCircle, warning: IconAlertTriangle, danger: IconAlertCircle }[tone];
  return (
    <div className={classes.box} data-tone={tone} role="status">
      <Icon className={classes.icon} size={18} stroke={1.6} aria-hidden />
      <Box className="cn-breaks" flex="1 1 12rem">
        <div className="cn-strong">{what}</div>
        {rest === null || rest === '' ? null : (
          <Box className="cn-small" c="var(--cn-text1)">
            {rest}
          </Box>
        )}
      </Box>
      {children === undefined ? null : <Group gap="sm">{children}</Group>}
    </div>
  );
}

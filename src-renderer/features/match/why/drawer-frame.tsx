/** The frame of the drawer that explains a figure: its head with Copy and Close, a body that scrolls, a foot that stays. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './drawer.module.css';

interface DrawerFrameProps {
  /** The figure it explains. */
  readonly why: string;
  readonly title: string;
  /** The whole of it as plain text. */
  readonly copyText: () => string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

export function DrawerFrame({ why, title, copyText, onClose, children, foot }: DrawerFrameProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure has not been copied yet
  useEffect(() => setCopied('no'), [why, title]);
  const copy = () =>
    navigator.clipboard.writeText(copyText()).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <>
      <div className={classes.head}>
        <span className={classes.why}>{`Why ${why}`}</span>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : copied === 'failed' ? 'Not copied' : 'Copy'}
        </Button>
        <Tooltip label="Close, Esc">
          <ActionIcon aria-label="Close" onClick={onClose}>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
      <section className={classes.body} tabIndex={0} aria-label={`Why ${why}`}>
        <h2 className={classes.title} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </section>
      <div className={classes.foot}>{foot}</div>
    </>
  );
}

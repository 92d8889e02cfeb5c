/** The frame of the drawer that explains a figure: its head with Copy and Close, a body that scrolls, a foot that stays. */
import { Box, Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { PanelBody, PanelFoot, PanelHead, PanelTitle } from '../../../ui/side-panel.tsx';

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

export function ExplanationDrawer({ why, title, copyText, onClose, children, foot }: DrawerFrameProps) {
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
      <PanelHead isBar onClose={onClose}>
        <Box component="span" className="cn-bold cn-figures" me="auto">{`Why ${why}`}</Box>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : copied === 'failed' ? 'Not copied' : 'Copy'}
        </Button>
      </PanelHead>
      <PanelBody label={`Why ${why}`}>
        <Box mb="sm">
          <PanelTitle>{title}</PanelTitle>
        </Box>
        {children}
      </PanelBody>
      <PanelFoot>
        <p className="cn-meta cn-quiet">{foot}</p>
      </PanelFoot>
    </>
  );
}

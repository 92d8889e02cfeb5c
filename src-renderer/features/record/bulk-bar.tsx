/** Below the list while rows are chosen: how many, and what is done to all of them in one step. */
import { ActionIcon, Button, Flex, Menu } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import { useReadOnly } from '../../parts/saving/read-only.ts';
import classes from './bulk-bar.module.css';
import { type BulkField, bulkLabels } from './bulk-dialog.tsx';

interface BulkBarProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onReady: () => void;
  readonly onAsk: (field: BulkField) => void;
  readonly onBin: () => void;
  readonly onClear: () => void;
}

const more: readonly BulkField[] = ['project', 'tags', 'competency', 'audience', 'date'];

export function BulkBar({ count, isBusy, onReady, onAsk, onBin, onClear }: BulkBarProps) {
  const isReadOnly = useReadOnly();
  return (
    <Flex className={classes.bar} role="toolbar" aria-label="What is chosen" gap={6} align="center">
      <span className={`${classes.count} cn-small cn-strong cn-figures`}>{`Change ${count.toLocaleString('en')}`}</span>
      <Flex gap={6} ms="auto" align="center">
        <Button disabled={isReadOnly} loading={isBusy} title="Mark ready (R)" onClick={onReady}>
          Ready
        </Button>
        <Button disabled={isReadOnly} title="Give them a position (P)" onClick={() => onAsk('position')}>
          {bulkLabels.position}
        </Button>
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon disabled={isReadOnly} aria-label="More for what is chosen">
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((field) => (
              <Menu.Item key={field} onClick={() => onAsk(field)}>
                {bulkLabels[field]}…
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item color="red" onClick={onBin}>
              Move to the bin
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon aria-label="Choose none" onClick={onClear}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </Flex>
    </Flex>
  );
}

/** What narrows a list apart from words, in a popover beside the list's field. */
import { ActionIcon, Button, Group, Popover, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface FilterPopoverProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

export function FilterPopover({ isOpen, onOpen, children }: FilterPopoverProps) {
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label="Narrow the list" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <IconAdjustmentsHorizontal size={16} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Narrow the list">
        <Stack gap={12}>
          {children}
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={() => onOpen(false)}>
              Done
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

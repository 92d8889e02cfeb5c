/** Pins a role as an aim, with a date if there is one; the same dialog changes the date of a pin. */
import { Box, Button, Flex, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Pin } from '../../../shared/api/role.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../errors/error-box.tsx';
import { DateField } from '../text/date-field.tsx';

interface PinDialogProps {
  readonly role: { readonly id: string; readonly title: string; readonly pin: Pin | null };
  readonly onClose: () => void;
}

export function PinDialog({ role, onClose }: PinDialogProps) {
  const [targetOn, setTargetOn] = useState(role.pin?.targetOn ?? null);
  const pinRole = useCommand('pinRole');
  const fields = useRef<HTMLDivElement>(null);
  const pin = () => {
    // A date that cannot be read is said below its field; pinning without it would lose what was meant.
    if (fields.current?.querySelector('[aria-invalid="true"]')) return;
    pinRole.mutate({ roleId: role.id, targetOn }, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={role.pin === null ? 'Pin this role' : 'Target date'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Box component="p" className="cn-quiet" mb="md">
        {role.pin === null
          ? `${role.title} becomes what you aim at: Match opens with it, and gaps are counted against it.`
          : role.title}
      </Box>
      <div ref={fields}>
        <DateField label="By when, if you know" value={targetOn} onSave={setTargetOn} />
      </div>
      {pinRole.error !== null && <ErrorBox error={pinRole.error} />}
      <Flex gap="sm" justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" loading={pinRole.isPending} onClick={pin}>
          {role.pin === null ? 'Pin role' : 'Save date'}
        </Button>
      </Flex>
    </Modal>
  );
}

/** Begins a role by hand: its title, its family if it has one; the rest is written in the editor. */
import { Autocomplete, Button, Flex, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';

interface NewRoleDialogProps {
  readonly families: readonly string[];
  readonly onClose: () => void;
}

export function NewRoleDialog({ families, onClose }: NewRoleDialogProps) {
  const [title, setTitle] = useState('');
  const [family, setFamily] = useState('');
  const makeRole = useCommand('makeRole');
  const [, navigate] = useLocation();
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    makeRole.mutate(
      { role: { title: title.trim(), ...(family.trim() === '' ? {} : { family: family.trim() }) } },
      { onSuccess: ({ id }) => navigate(`/roles/${id}/edit`) },
    );
  };
  return (
    <Modal opened onClose={onClose} title={actions['create-role'].label} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={make}>
        <TextInput
          label="Title"
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Autocomplete mt="sm" label="Family, if it has one" data={[...families]} value={family} onChange={setFamily} />
        {makeRole.error !== null && <ErrorBox error={makeRole.error} />}
        <Flex gap="sm" justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" disabled={title.trim() === ''} loading={makeRole.isPending}>
            Create
          </Button>
        </Flex>
      </form>
    </Modal>
  );
}

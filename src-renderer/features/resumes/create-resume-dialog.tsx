/** The dialog that makes a resume: a name, and the role it is for. */
import { Button, Flex, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { RoleRow } from '../../../shared/api/role.ts';
import { aimOf } from '../../../shared/domain/match/aim.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ResumeRoleField } from './resume-role-field.tsx';

interface MakeResumeProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CreateResumeDialog({ opened, onClose }: MakeResumeProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={actions['create-resume'].label}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <MakeForm onClose={onClose} />
    </Modal>
  );
}

function MakeForm({ onClose }: { readonly onClose: () => void }) {
  const roles = useAnswer('listRoles', {});
  if (roles.data === undefined || roles.error !== null) return <Answer of={roles} reading="Reading the roles" />;
  return <MakeFields roles={roles.data} onClose={onClose} />;
}

function MakeFields({ roles, onClose }: { readonly roles: readonly RoleRow[]; readonly onClose: () => void }) {
  const [, navigate] = useLocation();
  const [roleId, setRoleId] = useState(aimOf(roles)?.id ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const create = useCommand('createResume');
  // Named after its role until something else is typed.
  const name = typed ?? roles.find((role) => role.id === roleId)?.title ?? '';
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || create.isPending) return;
    create.mutate(
      { name: name.trim(), roleId },
      {
        onSuccess: ({ id }) => {
          onClose();
          navigate(`/resumes/${id}`);
        },
      },
    );
  };
  return (
    <Flex onSubmit={make} component="form" direction="column" gap="md">
      <TextInput
        label="Name"
        description="Not printed; it is part of the file name that is suggested."
        data-autofocus
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ResumeRoleField roles={roles} value={roleId} onChange={setRoleId} />
      {create.error === null ? null : <ErrorBox error={create.error} />}
      <Flex gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={create.isPending} disabled={name.trim() === ''}>
          Create
        </Button>
      </Flex>
    </Flex>
  );
}

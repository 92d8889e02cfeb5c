/** The dialogs that change what a resume is called and which role it is for. */
import { Button, Flex, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ResumeRoleField } from './resume-role-field.tsx';

interface RenameResumeProps {
  readonly resume: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function RenameResumeDialog({ resume, onClose }: RenameResumeProps) {
  const [name, setName] = useState(resume.name);
  const change = useCommand('changeResume');
  const rename = () => change.mutate({ id: resume.id, patch: { name: name.trim() } }, { onSuccess: onClose });
  return (
    <ChangeDialog
      title="Rename the resume"
      act="Rename"
      canAct={name.trim() !== ''}
      isPending={change.isPending}
      error={change.error}
      onAct={rename}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="Not printed; it is part of the file name that is suggested."
        data-autofocus
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ChangeDialog>
  );
}

interface ChangeRoleProps {
  readonly resume: { readonly id: string; readonly roleId: string | null };
  readonly onClose: () => void;
}

export function ChangeRoleDialog({ resume, onClose }: ChangeRoleProps) {
  const [roleId, setRoleId] = useState(resume.roleId);
  const roles = useAnswer('listRoles', {});
  const change = useCommand('changeResume');
  return (
    <ChangeDialog
      title="Role of the resume"
      act="Save role"
      canAct={roles.data !== undefined}
      isPending={change.isPending}
      error={roles.error ?? change.error}
      onAct={() => change.mutate({ id: resume.id, patch: { roleId } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {roles.data === undefined ? (
        roles.error === null && <Loading label="Reading the roles" />
      ) : (
        <ResumeRoleField roles={roles.data} value={roleId} onChange={setRoleId} />
      )}
    </ChangeDialog>
  );
}

interface ChangeDialogProps {
  readonly title: string;
  readonly act: string;
  readonly canAct: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ChangeDialog({ title, act, canAct, isPending, error, onAct, onClose, children }: ChangeDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canAct && !isPending) onAct();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Flex onSubmit={submit} component="form" direction="column" gap="md">
        {children}
        {error === null ? null : <ErrorBox error={error} />}
        <Flex gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" loading={isPending} disabled={!canAct}>
            {act}
          </Button>
        </Flex>
      </Flex>
    </Modal>
  );
}

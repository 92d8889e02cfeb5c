/** Asks for what a new resume is called and which role it is for. */
import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import classes from './make-resume-dialog.module.css';

interface MakeResumeDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const NO_ROLE = 'none';

export function MakeResumeDialog({ opened, onClose }: MakeResumeDialogProps) {
  const [, navigate] = useLocation();
  const roles = useAnswer('listRoles', {}, { enabled: opened });
  const make = useCommand('createResume');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const list = [...(roles.data ?? [])].sort((a, b) => (b.pin?.pinnedAt ?? '').localeCompare(a.pin?.pinnedAt ?? ''));
  const aim = list.find((role) => role.pin !== null);
  const roleId = chosen ?? aim?.id ?? NO_ROLE;
  const title = list.find((role) => role.id === roleId)?.title;
  const isNameless = name.trim() === '' && title === undefined;

  useEffect(() => {
    if (!opened) return;
    setName('');
    setChosen(null);
    setTried(false);
  }, [opened]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNameless) return;
    make.mutate(
      { name: name.trim() || (title ?? ''), roleId: roleId === NO_ROLE ? null : roleId },
      {
        onSuccess: ({ id }) => {
          onClose();
          navigate(`/resumes/${id}`);
        },
      },
    );
  };

  return (
    <Modal opened={opened} onClose={onClose} title="Make a resume" size={480}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          data-autofocus
          label="Name"
          placeholder={title ?? 'Such as Platform roles, two pages'}
          value={name}
          maxLength={500}
          error={isTried && isNameless ? 'Give it a name, so that you find it again.' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="For the role"
          value={roleId}
          data={[
            { value: NO_ROLE, label: 'No role in particular' },
            ...list.map((role) => ({
              value: role.id,
              label: role.pin === null ? role.title : `${role.title} · pinned`,
            })),
          ]}
          allowDeselect={false}
          searchable={list.length > 8}
          description="What speaks to the role is proposed first. You can change it later."
          onChange={(value) => setChosen(value)}
        />
        {make.error === null ? null : <ErrorBox error={make.error} />}
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={make.isPending}>
            Make resume
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

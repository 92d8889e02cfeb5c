/** The user's own edits of a role that was read: each in words, each to be taken back. */
import { Button, Checkbox, Drawer, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import classes from './own-edits-drawer.module.css';
import { editsText } from './role-badges.tsx';

interface OwnEditsDrawerProps {
  readonly role: Pick<RoleSpec, 'id' | 'title' | 'ownEdits'>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function OwnEditsDrawer({ role, opened, onClose }: OwnEditsDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={role.ownEdits > 0 ? editsText(role.ownEdits) : 'As it was read'}
      size={420}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <OwnEdits role={role} />}
    </Drawer>
  );
}

function OwnEdits({ role }: { readonly role: OwnEditsDrawerProps['role'] }) {
  const answer = useAnswer('listOwnEdits', { id: role.id });
  const takeBack = useCommand('takeBackEdits');
  const suggest = useCommand('saveExport');
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (answer.error !== null) return <ErrorBox error={answer.error} retry={() => void answer.refetch()} />;
  const edits = answer.data;
  if (edits === undefined) return null;
  if (edits.length === 0) {
    return (
      <Empty title="Nothing of your own" text={`${role.title} is as it was read. What you edit is listed here.`} />
    );
  }
  const error = takeBack.error ?? suggest.error;
  const marked = edits.filter((edit) => chosen.has(edit.id)).map((edit) => edit.id);
  const toggle = (id: string, isOn: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isOn) next.add(id);
      else next.delete(id);
      return next;
    });
  const take = (changeIds: string[]) =>
    takeBack.mutate({ id: role.id, changeIds }, { onSuccess: () => setChosen(new Set()) });
  return (
    <>
      <p className={classes.note}>
        What you changed since the document was read. A newer edition is compared with what was read, and these stay.
      </p>
      {error !== null && <ErrorBox error={error} />}
      <ul className={classes.list}>
        {edits.map((edit) => (
          <li key={edit.id} className={classes.row}>
            <Checkbox
              className={classes.words}
              label={edit.words}
              checked={chosen.has(edit.id)}
              onChange={(event) => toggle(edit.id, event.currentTarget.checked)}
            />
            <Button
              variant="subtle"
              color="gray"
              aria-label={`Take back: ${edit.words}`}
              disabled={takeBack.isPending}
              onClick={() => take([edit.id])}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {marked.length > 0 && (
        <div className={classes.suggestion}>
          <p className={classes.note}>
            {`Suggest ${marked.length === 1 ? 'it' : `these ${marked.length}`} to others: a small file that another Cairn reads, shows and takes over change by change.`}
          </p>
          <Textarea
            label="Note to go with it, if any"
            minRows={1}
            maxRows={6}
            maxLength={5_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            mt="sm"
            loading={suggest.isPending}
            onClick={() =>
              suggest.mutate({ kind: 'edits', format: 'role-patch', id: role.id, changeIds: marked, note })
            }
          >
            Save the suggestion…
          </Button>
        </div>
      )}
      {suggest.data && <p className={classes.note} role="status">{`Saved as ${suggest.data.fileName}`}</p>}
      <div className={classes.foot}>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => setChosen(marked.length === edits.length ? new Set() : new Set(edits.map((edit) => edit.id)))}
        >
          {marked.length === edits.length ? 'Choose none' : 'Choose all'}
        </Button>
        <Button disabled={marked.length === 0} loading={takeBack.isPending} onClick={() => take(marked)}>
          {marked.length === 0 ? 'Take back' : `Take back ${marked.length}`}
        </Button>
      </div>
    </>
  );
}

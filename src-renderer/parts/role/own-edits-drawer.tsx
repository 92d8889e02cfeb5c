/** The user's own edits of a role that was read: each in words, each to be taken back. */
import { Box, Button, Checkbox, Drawer, Flex, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Empty } from '../../ui/empty.tsx';
import { Answer } from '../errors/answer.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { ExportMessage } from '../export/export-message.tsx';
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
  const edits = answer.data;
  if (edits === undefined || answer.error !== null) return <Answer of={answer} reading={null} />;
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
      <Box component="p" className="cn-small cn-quiet" mb="sm">
        What you changed since the document was read. A newer edition is compared with what was read, and these stay.
      </Box>
      {error !== null && <ErrorBox error={error} />}
      <ul className="cn-rule-above">
        {edits.map((edit) => (
          <Flex key={edit.id} component="li" className="cn-rule-below" align="flex-start" gap="sm" py="sm">
            <Checkbox
              className="cn-fill cn-breaks"
              pt="xs"
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
          </Flex>
        ))}
      </ul>
      {marked.length > 0 && (
        <Box className="cn-rule-below" py={12}>
          <Box component="p" className="cn-small cn-quiet" mb="sm">
            {`Suggest ${marked.length === 1 ? 'it' : `these ${marked.length}`} to others: a small file that another Cairn reads, shows and takes over change by change.`}
          </Box>
          <Textarea
            label="Note to go with it, if any"
            minRows={1}
            maxRows={6}
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
        </Box>
      )}
      {suggest.data && (
        <ExportMessage
          saved={suggest.data}
          text={`Saved as ${suggest.data.fileName}`}
          onClose={suggest.reset}
          isInPlace
        />
      )}
      <Flex gap="sm" justify="flex-end" py={12}>
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
      </Flex>
    </>
  );
}

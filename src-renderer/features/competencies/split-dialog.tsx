/** Makes an alias a competency of its own, with the accomplishments chosen for it. */
import { Box, Button, Checkbox, Flex, Modal } from '@mantine/core';
import { useState } from 'react';
import type { CompetencyUse } from '../../../shared/api/competency.ts';
import { isSameName } from '../../../shared/domain/names/shown-words.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import classes from './competency-panel.module.css';

interface SplitDialogProps {
  readonly use: CompetencyUse;
  readonly alias: string;
  readonly onClose: () => void;
  readonly onSplit: (id: string) => void;
}

export function SplitDialog({ use, alias, onClose, onSplit }: SplitDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(use.accomplishments.filter(({ as }) => as.some((name) => isSameName(name, alias))).map(({ id }) => id)),
  );
  const split = useCommand('splitCompetency');
  const asking = use.roles.filter((role) => role.as === alias).length;
  const toggle = (id: string, isOn: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isOn) next.add(id);
      else next.delete(id);
      return next;
    });
  return (
    <Modal opened onClose={onClose} title={`Split off “${alias}”`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Box component="p" className="cn-quiet" mb={12}>
        {`“${alias}” becomes a competency of its own. ${
          asking === 0
            ? 'No role uses that name.'
            : `What ${asking} ${asking === 1 ? 'role asks' : 'roles ask'} by that name goes with it.`
        }`}
      </Box>
      {use.accomplishments.length > 0 && (
        <>
          <Box component="p" className="cn-quiet" mb={12}>
            Which accomplishments show “{alias}”, and no longer {use.name}:
          </Box>
          <ul className={classes.choices}>
            {use.accomplishments.map((accomplishment) => (
              <li key={accomplishment.id}>
                <Checkbox
                  label={accomplishment.title}
                  checked={chosen.has(accomplishment.id)}
                  onChange={(event) => toggle(accomplishment.id, event.currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {split.error !== null && <ErrorBox error={split.error} />}
      <Flex gap="sm" justify="flex-end" mt={20}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="filled"
          loading={split.isPending}
          onClick={() =>
            split.mutate({ id: use.id, alias, accomplishmentIds: [...chosen] }, { onSuccess: ({ id }) => onSplit(id) })
          }
        >
          Split off
        </Button>
      </Flex>
    </Modal>
  );
}

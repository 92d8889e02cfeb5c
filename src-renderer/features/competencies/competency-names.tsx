/** The names of one competency: aliases to add, to rename to and to split off; and another competency to join with it. */
import { ActionIcon, Box, Button, Flex, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { CompetencyUse } from '../../../shared/api/competency.ts';
import { useCommand } from '../../api.ts';
import { CompetencyPicker } from '../../parts/competency/competency-picker.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { AddEntry } from '../../parts/role-editor/add-entry.tsx';
import classes from './competency-panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { SplitDialog } from './split-dialog.tsx';

interface CompetencyNamesProps {
  readonly use: CompetencyUse;
  readonly onOpen: (id: string) => void;
}

export function CompetencyNames({ use, onOpen }: CompetencyNamesProps) {
  const [splitting, setSplitting] = useState<string | null>(null);
  const [other, setOther] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const addAlias = useCommand('addAlias');
  const rename = useCommand('renameCompetency');
  const merge = useCommand('mergeCompetencies');
  const error = addAlias.error ?? rename.error ?? merge.error;
  const join = (keepId: string, mergeId: string) =>
    merge.mutate(
      { keepId, mergeId },
      {
        onSuccess: ({ id }) => {
          setOther(null);
          onOpen(id);
        },
      },
    );
  return (
    <PanelSection title="Also called" count={use.aliases.length}>
      {use.aliases.length > 0 && (
        <ul>
          {use.aliases.map((alias) => (
            <Flex key={alias} component="li" className="cn-small" align="flex-start" gap="sm" mih={28} py="xs">
              <span className={classes.words}>{alias}</span>
              <Menu position="bottom-end" width={250}>
                <Menu.Target>
                  <ActionIcon size={24} aria-label={`More for ${alias}`}>
                    <IconDots size={16} stroke={1.6} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => rename.mutate({ id: use.id, name: alias })}>Make it the name</Menu.Item>
                  <Menu.Item onClick={() => setSplitting(alias)}>Split off as its own</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Flex>
          ))}
        </ul>
      )}
      <AddEntry noun="name it is known by" onAdd={(alias) => addAlias.mutateAsync({ id: use.id, alias })} />
      <Box mt="sm">
        <CompetencyPicker
          label={`Competency that is the same as ${use.name}`}
          placeholder="The same as another: name it"
          exclude={[use.id]}
          onPick={setOther}
        />
        {other !== null && (
          <Flex
            className="cn-card"
            wrap="wrap"
            gap={6}
            mt="sm"
            py={10}
            px={12}
            role="group"
            aria-label="Which name stays"
          >
            <p className={classes.choiceText}>
              {`One competency from now on: levels asked, evidence and self-assessments of both count for it. Which name stays?`}
            </p>
            <Button loading={merge.isPending} onClick={() => join(use.id, other.id)}>
              {use.name}
            </Button>
            <Button loading={merge.isPending} onClick={() => join(other.id, use.id)}>
              {other.name}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setOther(null)}>
              Keep apart
            </Button>
          </Flex>
        )}
      </Box>
      {error !== null && <ErrorBox error={error} />}
      {splitting !== null && (
        <SplitDialog
          use={use}
          alias={splitting}
          onClose={() => setSplitting(null)}
          onSplit={(id) => {
            setSplitting(null);
            onOpen(id);
          }}
        />
      )}
    </PanelSection>
  );
}

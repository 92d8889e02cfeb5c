/** The head of a ladder: its title, what it holds in words, and what can be done with it as a whole. */
import { ActionIcon, Button, Flex, Group, Menu } from '@mantine/core';
import { IconArrowsDiff, IconDots, IconPrinter, IconSitemap, IconTable } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useCommand } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ExportMessage } from '../../parts/export/export-message.tsx';
import { ladderCounts } from '../../parts/ladder/ladder-words.ts';
import { levelInView } from './ladder-levels.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export function LadderHead({ ladder }: { readonly ladder: Ladder }) {
  const save = useCommand('saveExport');
  const hasMatrix = ladder.skills.length > 0;
  const exportAs = (format: 'pdf' | 'csv') => save.mutate({ kind: 'ladder', format, id: ladder.id });
  const printTrack = () => exportAs('pdf');
  const exportMatrix = () => exportAs('csv');
  const isPdf = save.variables?.format === 'pdf';
  // The step to the level aimed at, or the first step of the ladder.
  const to = Math.max(1, levelInView(ladder, null, []));
  const compared = ladder.levels.slice(to - 1, to + 1).map((level) => level.roleId);

  useActions<'ladder'>({
    'print-track': printTrack,
    'export-matrix': hasMatrix ? exportMatrix : null,
    'export-track': hasMatrix ? null : printTrack,
  });

  return (
    <>
      <Flex align="flex-start" gap="sm">
        <h1 className="cn-fill cn-breaks">{ladder.title}</h1>
        <Group gap="sm" justify="flex-end" flex="none" maw="60%" pt={3}>
          <Button leftSection={<IconPrinter {...icon} />} loading={isPdf && save.isPending} onClick={printTrack}>
            {actions['print-track'].short}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`More for ${ladder.title}`}>
                <IconDots size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {hasMatrix && (
                <Menu.Item leftSection={<IconTable {...icon} />} onClick={exportMatrix}>
                  {actions['export-matrix'].label}
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<IconSitemap {...icon} />}
                component={Link}
                to={`/careers?family=${encodeURIComponent(ladder.family)}`}
              >
                Show on the career map
              </Menu.Item>
              {compared.length === 2 && (
                <Menu.Item
                  leftSection={<IconArrowsDiff {...icon} />}
                  component={Link}
                  to={`/compare?roles=${compared.join(',')}`}
                >
                  Compare these roles
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Flex>
      <p className="cn-small cn-quiet cn-figures">{ladderCounts(ladder)}</p>
      {save.data && <ExportMessage saved={save.data} text={`Saved as ${save.data.fileName}.`} onClose={save.reset} />}
      {save.error !== null && <ErrorBox error={save.error} retry={isPdf ? printTrack : exportMatrix} />}
    </>
  );
}

/** The head of a match: the role, its place in the ladder, the date aimed for, and what can be done with the page. */
import { ActionIcon, Button, Menu, Modal, Stack } from '@mantine/core';
import {
  IconArrowsExchange,
  IconCalendar,
  IconDots,
  IconFileText,
  IconPinned,
  IconPrinter,
  IconStairs,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RoleMatch } from '../../../shared/api/match.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ExportMessage } from '../../parts/export/export-message.tsx';
import { DateField } from '../../parts/text/date-field.tsx';
import { PageHead } from '../../ui/pane.tsx';
import { MatchRoleList } from './match-role-list.tsx';
import { ladderText } from './match-words.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface MatchHeadProps {
  readonly match: RoleMatch;
  readonly role: RoleSpec;
}

export function MatchHead({ match, role }: MatchHeadProps) {
  const [, navigate] = useLocation();
  const [isChoosing, setChoosing] = useState(false);
  const [isDating, setDating] = useState(false);
  const pinRole = useCommand('pinRole');
  const print = useCommand('saveExport');
  const error = print.error ?? pinRole.error;
  const printMatch = () => print.mutate({ kind: 'match', format: 'pdf', id: role.id });
  const pinned = role.pin !== null;

  useActions<'match'>({ 'export-match': printMatch, 'change-match-role': () => setChoosing(true) });

  return (
    <>
      <PageHead
        title={match.role.title}
        subtitle={ladderText(role)}
        actions={
          <>
            <Button leftSection={<IconArrowsExchange {...icon} />} onClick={() => setChoosing(true)}>
              Change role
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label="More for this match">
                  <IconDots size={18} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPrinter {...icon} />} onClick={printMatch}>
                  {actions['export-match'].short}…
                </Menu.Item>
                <Menu.Item
                  leftSection={pinned ? <IconCalendar {...icon} /> : <IconPinned {...icon} />}
                  onClick={() => setDating(true)}
                >
                  {pinned ? 'Change the target date' : 'Pin this role'}
                </Menu.Item>
                <Menu.Item leftSection={<IconFileText {...icon} />} onClick={() => navigate(`/roles/${role.id}`)}>
                  Read the role
                </Menu.Item>
                {role.ladder.length > 0 && (
                  <Menu.Item leftSection={<IconStairs {...icon} />} onClick={() => navigate(`/ladders/${role.id}`)}>
                    See the ladder
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      {print.isPending ? <ExportMessage saved={null} text="Making the PDF" onClose={print.reset} /> : null}
      {print.data ? (
        <ExportMessage saved={print.data} text={`Saved as ${print.data.fileName}.`} onClose={print.reset} />
      ) : null}
      {error !== null && <ErrorBox error={error} {...(print.error === null ? {} : { retry: printMatch })} />}
      <Modal
        opened={isDating}
        onClose={() => setDating(false)}
        title={pinned ? 'Target date' : 'Pin this role'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap={12} align="flex-start">
          <DateField
            label="By when, if you know"
            value={role.pin?.targetOn ?? null}
            onSave={(targetOn) => pinRole.mutateAsync({ roleId: role.id, targetOn })}
          />
          {pinned ? (
            <Button onClick={() => setDating(false)}>Close</Button>
          ) : (
            <Button
              variant="filled"
              onClick={() => pinRole.mutate({ roleId: role.id, targetOn: null }, { onSuccess: () => setDating(false) })}
            >
              Pin without a date
            </Button>
          )}
        </Stack>
      </Modal>
      <Modal
        opened={isChoosing}
        onClose={() => setChoosing(false)}
        title="Compare with another role"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Choices currentId={role.id} onChosen={() => setChoosing(false)} />
      </Modal>
    </>
  );
}

function Choices({ currentId, onChosen }: { readonly currentId: string; readonly onChosen: () => void }) {
  const roles = useAnswer('listRoles', {});
  if (roles.data === undefined || roles.error !== null) return <Answer of={roles} reading="Reading the roles" />;
  return <MatchRoleList roles={roles.data} currentId={currentId} onChosen={onChosen} />;
}

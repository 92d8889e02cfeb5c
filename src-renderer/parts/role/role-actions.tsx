/** What can be done with a role: see the match, pin it, edit it, copy it, put it away. */

import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconFileText,
  IconPackageExport,
  IconPencil,
  IconPinned,
  IconPinnedOff,
  IconPrinter,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Pin } from '../../../shared/api/role.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../errors/error-box.tsx';
import { ExportMessage } from '../export/export-message.tsx';
import { PinDialog } from './pin-dialog.tsx';
import type { RoleFiles } from './use-role-files.ts';

interface RoleActionsProps {
  readonly role: {
    readonly id: string;
    readonly title: string;
    readonly pin: Pin | null;
    readonly archivedAt: string | null;
  };
  readonly onBinned: () => void;
  readonly files: RoleFiles;
  /** Only where the whole text is shown. */
  readonly onFind?: () => void;
  readonly source?: { readonly isShown: boolean; readonly onToggle: () => void } | undefined;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export function RoleActions({ role, onBinned, files, onFind, source }: RoleActionsProps) {
  const [isPinning, setPinning] = useState(false);
  const [, navigate] = useLocation();
  const unpinRole = useCommand('unpinRole');
  const archiveRole = useCommand('archiveRole');
  const duplicateRole = useCommand('duplicateRole');
  const binRole = useCommand('binRole');
  const error = unpinRole.error ?? archiveRole.error ?? duplicateRole.error ?? binRole.error ?? files.error;
  const duplicate = () => duplicateRole.mutate({ id: role.id }, { onSuccess: ({ id }) => navigate(`/roles/${id}`) });
  return (
    <>
      {role.pin === null && role.archivedAt === null && (
        <Button leftSection={<IconPinned {...icon} />} onClick={() => setPinning(true)}>
          Pin
        </Button>
      )}
      <Button component={Link} to={`/match/${role.id}`}>
        See your match
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More for ${role.title}`}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onFind !== undefined && (
            <Menu.Item leftSection={<IconSearch {...icon} />} onClick={onFind}>
              Find in this role
            </Menu.Item>
          )}
          {source !== undefined && (
            <Menu.Item leftSection={<IconFileText {...icon} />} onClick={source.onToggle}>
              {source.isShown ? 'Show by chapters' : 'Show the document as it came'}
            </Menu.Item>
          )}
          {role.pin !== null && (
            <>
              <Menu.Item leftSection={<IconPinned {...icon} />} onClick={() => setPinning(true)}>
                {role.pin.targetOn === null ? 'Set a target date' : 'Change the target date'}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPinnedOff {...icon} />}
                onClick={() => unpinRole.mutate({ roleId: role.id })}
              >
                Unpin
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconPrinter {...icon} />} disabled={files.isSaving} onClick={files.savePdf}>
            {actions['print-role'].short}…
          </Menu.Item>
          <Menu.Item leftSection={<IconPackageExport {...icon} />} disabled={files.isSaving} onClick={files.savePack}>
            {actions['export-role'].short}…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => navigate(`/roles/${role.id}/edit`)}>
            Edit
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={duplicate}>
            Duplicate
          </Menu.Item>
          {role.archivedAt === null ? (
            <Menu.Item
              leftSection={<IconArchive {...icon} />}
              onClick={() => archiveRole.mutate({ id: role.id, isArchived: true })}
            >
              Archive
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconArchiveOff {...icon} />}
              onClick={() => archiveRole.mutate({ id: role.id, isArchived: false })}
            >
              Back to the library
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            onClick={() => binRole.mutate({ id: role.id }, { onSuccess: onBinned })}
          >
            Move to the bin
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPinning && <PinDialog role={role} onClose={() => setPinning(false)} />}
      {files.saved !== null && (
        <ExportMessage saved={files.saved} text={`Saved as ${files.saved.fileName}`} onClose={files.close} />
      )}
      {error !== null && <ErrorBox error={error} />}
    </>
  );
}

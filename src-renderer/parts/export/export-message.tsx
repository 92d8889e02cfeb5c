/**
 * What follows an export: what was written, what of it should be known, and the file itself, opened or shown in its folder.
 * It stands in the rail, where it covers nothing and moves nothing; in a dialog, or without a rail, in its own place.
 */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconExternalLink,
  IconFolder,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SavedExport } from '../../../shared/api/export.ts';
import { useCommand } from '../../api.ts';
import classes from './export-message.module.css';

/** The place in the rail, by its id. */
export const exportMessagePlace = 'export-message';

interface ExportMessageProps {
  /** Null while the file is made. */
  readonly saved: Pick<SavedExport, 'savedId' | 'notices'> | null;
  readonly text: string;
  /** What is wrong with the file, in a sentence. */
  readonly warning?: string;
  readonly onClose: () => void;
  /** Whether it stands where it is written, as in a dialog that covers the rail. */
  readonly isInPlace?: boolean;
  /** Whether there is a program that reads it: a backup is for Cairn alone. */
  readonly isReadable?: boolean;
  /** Further acts. */
  readonly children?: ReactNode;
}

export function ExportMessage(props: ExportMessageProps) {
  const [place] = useState(() => (props.isInPlace ? null : document.getElementById(exportMessagePlace)));
  if (place !== null) return createPortal(<Message {...props} isInRail />, place);
  return (
    <div role="status">
      <Message {...props} isInRail={false} />
    </div>
  );
}

function Message({
  saved,
  text,
  warning = '',
  isReadable = true,
  onClose,
  children,
  isInRail,
}: ExportMessageProps & { isInRail: boolean }) {
  const open = useCommand('openSavedFile');
  const remarks = [warning, ...(saved?.notices ?? []), open.error?.message ?? ''].filter(Boolean).join(' ');
  const Icon = remarks === '' ? IconCheck : IconAlertTriangle;
  const savedId = saved?.savedId ?? null;
  const words = `${text}${remarks === '' ? '' : ` ${remarks}`}`;
  return (
    <div className={classes.message} data-warning={remarks !== '' || undefined} data-in-rail={isInRail || undefined}>
      <Tooltip label={words} position="right" multiline maw={320} disabled={!isInRail}>
        <span className={classes.icon}>
          <Icon size={16} stroke={1.6} aria-hidden />
        </span>
      </Tooltip>
      <span className={classes.text}>{words}</span>
      {saved === null ? null : (
        <div className={classes.acts}>
          {savedId === null ? null : (
            <>
              {isReadable ? (
                <Act icon={IconExternalLink} label="Open" onClick={() => open.mutate({ savedId, how: 'open' })} />
              ) : null}
              <Act icon={IconFolder} label="Show in folder" onClick={() => open.mutate({ savedId, how: 'folder' })} />
            </>
          )}
          {children}
        </div>
      )}
      <ActionIcon className={classes.close} aria-label="Close the message" onClick={onClose}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

interface ActProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly onClick: () => void;
}

/** One act of the message: an icon and its word, the icon alone where the rail is narrow. */
export function Act({ icon: Icon, label, onClick }: ActProps) {
  return (
    <button type="button" className={classes.act} onClick={onClick} title={label}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={classes.word}>{label}</span>
    </button>
  );
}

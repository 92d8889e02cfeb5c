/** Above a role that was put away: since when, and the way back. */
import { Button } from '@mantine/core';
import { longDateText } from '../../../shared/domain/dates/date-text.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import classes from './role-screen.module.css';

interface ArchivedBannerProps {
  readonly id: string;
  readonly archivedAt: string;
}

export function ArchivedBanner({ id, archivedAt }: ArchivedBannerProps) {
  const archiveRole = useCommand('archiveRole');
  return (
    <>
      <div className={classes.banner} role="note">
        <span>{`Archived on ${longDateText(archivedAt)}: out of the library and the choices, kept whole.`}</span>
        <Button loading={archiveRole.isPending} onClick={() => archiveRole.mutate({ id, isArchived: false })}>
          Back to the library
        </Button>
      </div>
      {archiveRole.error !== null && <ErrorBox error={archiveRole.error} />}
    </>
  );
}

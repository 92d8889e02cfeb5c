/** Drafts that are passed over: how many there are, and the acts that let them count. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DraftRow } from '../../../shared/api/accomplishment.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Notice } from '../../ui/notice.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { useReadOnly } from '../saving/read-only.ts';

/** Where all drafts are looked through, one key each. */
export const draftsPlace = '/record?status=draft';

interface UseDraftsProps {
  readonly drafts: readonly Pick<DraftRow, 'id'>[];
  readonly label?: string;
}

/** Marks drafts ready, all of them in one step that can be undone. */
export function UseDrafts({ drafts, label = drafts.length === 1 ? 'Use' : 'Use all' }: UseDraftsProps) {
  const change = useCommand('changeAccomplishments');
  const isReadOnly = useReadOnly();
  // main lists no more drafts than it takes in one go
  const ids = drafts.map(({ id }) => id);
  return (
    <>
      <Button
        disabled={isReadOnly}
        loading={change.isPending}
        title={drafts.length === 1 ? 'Marks it ready' : 'Marks them ready'}
        onClick={() => change.mutate({ ids, patch: { status: 'ready' } })}
      >
        {label}
      </Button>
      {change.error === null ? null : <ErrorBox error={change.error} />}
    </>
  );
}

interface DraftsNoticeProps {
  /** What they are missing from, such as `this match`. */
  readonly missingFrom: string;
}

/** Nothing while there is no draft. */
export function DraftsNotice({ missingFrom }: DraftsNoticeProps) {
  const { data } = useAnswer('listDrafts', {});
  if (data === undefined || data.total === 0) return null;
  const isOne = data.total === 1;
  return (
    <Notice
      tone="info"
      what={
        isOne
          ? `One draft is not in ${missingFrom}`
          : `${data.total.toLocaleString('en')} drafts are not in ${missingFrom}`
      }
      rest={isOne ? 'A draft counts once it is marked ready.' : 'Drafts count once they are marked ready.'}
    >
      <UseDrafts drafts={data.drafts} />
      <Button component={Link} to={draftsPlace} variant="subtle" color="gray">
        {isOne ? 'Look at it' : 'Look through them'}
      </Button>
    </Notice>
  );
}

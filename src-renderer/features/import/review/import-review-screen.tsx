/** The review of a draft: its source at the left, what was read from it at the right, and one step that adds it. */
import { Box } from '@mantine/core';
import { useParams } from 'wouter';
import { useAnswer } from '../../../api.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useTrail } from '../../../ui/trail.tsx';
import { LadderReview } from './ladder/ladder-review.tsx';
import { PackReview } from './pack/pack-review.tsx';
import { PatchReview } from './pack/patch-review.tsx';
import { RoleReview } from './role/role-review.tsx';

export function ImportReviewScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getImportDraft', { id });
  useTrail('Review draft');
  if (answer.error !== null) {
    return (
      <Box py="lg" px="var(--cn-margin)">
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </Box>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the draft" />;
  const draft = answer.data;
  // Read again with its encoding repaired or not, a draft is another one.
  const key = `${id} ${draft.repair?.isApplied ?? ''}`;
  switch (draft.kind) {
    case 'role':
      return <RoleReview key={key} draft={draft} />;
    case 'ladder':
      return <LadderReview key={key} draft={draft} />;
    case 'pack':
      return <PackReview key={key} draft={draft} />;
    case 'patch':
      return <PatchReview key={key} draft={draft} />;
  }
}

/** What stands in for an answer of main: that it is on its way, or why it did not come and a way to ask again. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Loading } from '../../ui/loading.tsx';
import { WholePane } from '../../ui/pane.tsx';
import { ErrorBox } from './error-box.tsx';

interface AnswerProps {
  readonly of: Pick<UseQueryResult, 'data' | 'error' | 'refetch'>;
  /** What is being read, such as `Reading the roles`; null: nothing is said meanwhile. */
  readonly reading?: string | null;
  /** It stands for the whole screen. */
  readonly isWhole?: boolean;
}

export function Answer({ of: { data, error, refetch }, reading, isWhole = false }: AnswerProps) {
  if (error === null)
    return data !== undefined || reading === null ? null : <Loading {...(reading && { label: reading })} />;
  const box = <ErrorBox error={error} retry={() => void refetch()} />;
  return isWhole ? <WholePane>{box}</WholePane> : box;
}

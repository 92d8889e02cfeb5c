/** Leaves a screen whose thing is not there any more: taken back by an undo, or moved to the bin. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { ApiError } from '../../api.ts';

/** Whether it is gone; then the window goes to the address, in place of this one. */
export function useGone({ error }: Pick<UseQueryResult<unknown, ApiError>, 'error'>, to: string): boolean {
  const [, navigate] = useLocation();
  const isGone = error?.code === 'NOT_FOUND';
  useEffect(() => {
    if (isGone) navigate(to, { replace: true });
  }, [isGone, navigate, to]);
  return isGone;
}

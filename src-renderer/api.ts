/** The window's one way to main: `call`, and the same as hooks over TanStack Query. */
import { QueryClient, type UseQueryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '../shared/api/errors.ts';
import type { Bridge } from '../shared/api/events.ts';
import type { CommandName, EndpointName, Input, Output, QueryName } from '../shared/api/index.ts';

declare global {
  interface Window {
    readonly api: Bridge;
  }
}

/** What main refused, with words for a person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details: unknown) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** Asks main. Throws ApiError, never anything else. */
export async function call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const result = await window.api.call(name, input);
  if (result.ok) return result.value as Output<Name>;
  throw new ApiError(result.error.code, result.error.message, result.error.details);
}

/** Answers stay until main says that they are stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The key under which an answer is cached: its endpoint first, so that main can name what is stale. */
export function answerKey<Name extends QueryName>(name: Name, input: Input<Name>): readonly unknown[] {
  return [name, input];
}

/** A query's answer, kept fresh. */
export function useAnswer<Name extends QueryName>(
  name: Name,
  input: Input<Name>,
  options?: Pick<UseQueryOptions<Output<Name>, ApiError>, 'enabled' | 'placeholderData'>,
) {
  return useQuery<Output<Name>, ApiError>({
    queryKey: answerKey(name, input),
    queryFn: () => call(name, input),
    ...options,
  });
}

/** A command, to be given with `mutate` or `mutateAsync`. What it changes is refreshed by the time it answers. */
export function useCommand<Name extends CommandName>(name: Name) {
  return useMutation<Output<Name>, ApiError, Input<Name>>({ mutationFn: (input) => call(name, input) });
}

/** Listens for what main says is stale; to be called once. */
export function refetchStaleAnswers(): () => void {
  return window.api.onEvent((event) => {
    if (event.kind !== 'changed') return;
    void queryClient.invalidateQueries({ predicate: (query) => event.queries.includes(String(query.queryKey[0])) });
  });
}

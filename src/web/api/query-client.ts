import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.ts';

function mayRecover(failures: number, error: Error): boolean {
  const refused = error instanceof ProblemError && error.status < 500;
  return !refused && failures < 3;
}

/** The cache: live updates keep it fresh, so coming back to a page asks again only after a while. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayRecover, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}

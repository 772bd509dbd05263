import { useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/keys.ts';

/** What there is has changed, and with it everything that is drawn. */
export function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.meta }),
      client.invalidateQueries({ queryKey: ['records'] }),
    ]);
}

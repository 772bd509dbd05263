import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Meta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { onGap, onLive } from './event-stream.ts';
import { gather } from './gather.ts';
import type { ChangeEvent } from './live-events.ts';
import { isStaleAfter } from './stale-queries.ts';

/** Well under a second from a commit to the screen; slower while an import floods in. */
const pace = { wait: 120, busyWait: 2500, many: 40 };

function refresh(client: QueryClient, changes: readonly ChangeEvent[]): void {
  const meta = client.getQueryData<Meta>(keys.meta);
  if (!meta) return;
  const stale = isStaleAfter(changes, meta);
  client.invalidateQueries({ predicate: ({ queryKey }) => stale(queryKey) });
}

/** Keeps everything on screen as it is on the server. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const changes = gather<ChangeEvent>((batch) => refresh(client, batch), pace);
    const stopChanges = onLive('change', changes.add);
    const everything = () => {
      client.invalidateQueries({ queryKey: keys.meta });
      client.invalidateQueries({ queryKey: ['records'] });
    };
    const stopMeta = onLive('meta', everything);
    const stopGaps = onGap(everything);
    return () => {
      stopChanges();
      stopMeta();
      stopGaps();
      changes.stop();
    };
  }, [client]);
}

import { useEffect, useState } from 'react';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { forgetPresence, lastHeardAt, onLive } from '#web/live/event-stream.ts';
import type { PresenceEvent } from '#web/live/live-events.ts';

const EVERY = 20_000;

/** Says that this person looks at the record, and answers who else does. */
export function usePresence(object: string, id: string): PresenceEvent['users'] {
  const me = useMeta().user.id;
  const [users, setUsers] = useState<PresenceEvent['users']>([]);

  useEffect(() => {
    const announce = () => {
      if (document.visibilityState === 'visible') {
        api.post('presence', { object, id }, { quiet: true }).catch(() => {});
      }
    };
    const stop = onLive('presence', (event) => {
      if (event.object === object && event.id === id) setUsers(event.users);
    });
    const leave = () => {
      const left = JSON.stringify({ object, id, left: true });
      navigator.sendBeacon('/api/presence', new Blob([left], { type: 'application/json' }));
    };
    setUsers(lastHeardAt(object, id));
    announce();
    const timer = setInterval(announce, EVERY);
    document.addEventListener('visibilitychange', announce);
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', announce);
      window.removeEventListener('pagehide', leave);
      leave();
      forgetPresence(object, id);
    };
  }, [object, id]);

  return users.filter((user) => user.id !== me);
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { onLive } from '#web/live/event-stream.ts';

/** Many changes at once, as in an import, are one reason to look again. */
const PAUSE = 700;

/** Keeps the record, its timeline and its related lists as they are on the server. */
export function useLiveRecord(object: ObjectMeta, id: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const around = new Set([...object.related, ...object.page.composer].map((related) => related.object));
    const permitting = object.fields.some(({ permission }) => permission);
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      client.invalidateQueries({ queryKey: keys.timeline(object.name, id) });
      // What somebody has said may change what is allowed.
      if (permitting && waiting.size > 0)
        client.invalidateQueries({ queryKey: keys.recordAnySelect(object.name, id) });
      for (const name of waiting) client.invalidateQueries({ queryKey: keys.lists(name) });
      waiting.clear();
    };
    const stop = onLive('change', (event) => {
      const itself = event.object === object.name && event.id === id;
      if (!itself && !around.has(event.object)) return;
      if (itself) client.invalidateQueries({ queryKey: keys.recordAnySelect(object.name, id) });
      else waiting.add(event.object);
      timer ??= setTimeout(refresh, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, object, id]);
}

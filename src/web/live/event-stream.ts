import { toQueryString } from '#web/api/client.ts';
import { heardMoment } from '#web/api/moment.ts';
import type { LiveEvents, PresenceEvent } from './live-events.ts';

type Handler = (event: never) => void;

const handlers = new Map<keyof LiveEvents, Set<Handler>>();
/** Who is where, as last heard: it is told when the connection opens, maybe before a record's page listens. */
const heard = new Map<string, PresenceEvent>();
const afterGap = new Set<() => void>();
const names = ['change', 'presence', 'notification', 'meta'] as const satisfies readonly (keyof LiveEvents)[];
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** Listens to the server's events. All listeners share one connection. */
export function onLive<Name extends keyof LiveEvents>(
  name: Name,
  handle: (event: LiveEvents[Name]) => void,
): () => void {
  const group = handlers.get(name) ?? new Set();
  handlers.set(name, group.add(handle as Handler));
  connect();
  return () => {
    group.delete(handle as Handler);
    if ([...handlers.values()].every(({ size }) => size === 0)) disconnect();
  };
}

/** Called when events may have been missed: before the connection, or in a gap of it. */
export function onGap(handle: () => void): () => void {
  afterGap.add(handle);
  return () => afterGap.delete(handle);
}

/** Who was last heard to be at a record; nobody once this person has left it. */
export function lastHeardAt(object: string, id: string): PresenceEvent['users'] {
  return heard.get(`${object} ${id}`)?.users ?? [];
}

/** This person leaves a record and will not hear of it any more. */
export function forgetPresence(object: string, id: string): void {
  heard.delete(`${object} ${id}`);
}

function connect(): void {
  if (source) return;
  const since = heardMoment();
  source = new EventSource(`/api/events${toQueryString({ since })}`, { withCredentials: true });
  source.addEventListener('open', () => {
    const missed = failures > 0 || since === undefined;
    failures = 0;
    if (missed) for (const handle of afterGap) handle();
  });
  source.addEventListener('error', reconnect);
  source.addEventListener('reset', () => {
    for (const handle of afterGap) handle();
  });
  for (const name of names) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvents[typeof name];
      if (name === 'presence') {
        const gathering = event as PresenceEvent;
        heard.set(`${gathering.object} ${gathering.id}`, gathering);
      }
      for (const handle of handlers.get(name) ?? []) handle(event as never);
    });
  }
}

/** The browser reconnects after a lost connection; after a refused one only we do, ever more slowly. */
function reconnect(): void {
  failures += 1;
  if (source?.readyState !== EventSource.CLOSED) return;
  source = undefined;
  clearTimeout(retry);
  retry = setTimeout(connect, Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)));
}

function disconnect(): void {
  clearTimeout(retry);
  source?.close();
  source = undefined;
  heard.clear();
}

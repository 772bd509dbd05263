import pg from 'pg';
import { watchSilence } from '../database/driver/watch-silence.ts';

/** The channel on which databases say that definitions have changed; the payload is the schema. */
export const channel = 'guanxi_definitions';

const pause = 1000;
/** Milliseconds between two questions whether anything is still to be heard at all. */
const pulse = 30_000;

/** Before the identity of somebody of whom nothing is to be believed any more: what his credentials are worth has changed. */
export const callerForgotten = '@';

/** What is said when all that servers know of a schema's workspace is out of date: it was closed, opened or removed. */
export function forgetting(schema: string): string {
  return `-${schema}`;
}

/** The schema of which nothing is to be believed any more; undefined when something else was said. */
export function forgotten(payload: string): string | undefined {
  return payload.startsWith('-') ? payload.slice(1) : undefined;
}

/**
 * Hears what the database tells all servers, on a connection of its own that is opened again when it is lost. What
 * was said meanwhile is not repeated, so `missed` is called whenever hearing begins anew.
 */
export function listen(
  pool: pg.Pool,
  heard: (payload: string) => void,
  missed: () => void,
): { readonly ready: Promise<void>; close(): Promise<void> } {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    const own = new pg.Client(pool.options);
    client = own;
    own.on('error', () => undefined);
    own.on('end', again);
    own.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
      missed();
      watchSilence(own, pool.options);
      clearInterval(beat);
      beat = setInterval(() => void own.query('select').catch(() => undefined), pulse).unref();
    } catch {
      await own.end().catch(() => undefined);
    }
  };
  const again = () => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void open(), pause);
    timer.unref();
  };
  return {
    ready: open(),
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(beat);
      await client?.end().catch(() => undefined);
    },
  };
}

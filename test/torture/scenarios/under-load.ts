import { setTimeout as pause } from 'node:timers/promises';
import { type Acknowledged, learn, load, nothingYet } from '../load.ts';

/** Writes for some seconds, by six at a time, while something happens; tells what was acknowledged meanwhile. */
export async function underLoad(
  { url }: { readonly url: string },
  cookie: string,
  known: Acknowledged,
  meanwhile: number | (() => Promise<unknown>),
): Promise<Acknowledged> {
  let stopped = false;
  const told = nothingYet();
  const work = Array.from({ length: 6 }, () => load(url, cookie, told, () => stopped));
  try {
    await (typeof meanwhile === 'number' ? pause(meanwhile * 1000) : meanwhile());
  } finally {
    stopped = true;
    await Promise.all(work);
    learn(known, told);
  }
  return told;
}

/** Failures of the server's own; that it cannot serve just now (503) and is not there (0) are none. */
export function failuresIn(what: string, { statuses }: Acknowledged): readonly string[] {
  return [...statuses]
    .filter(([status]) => status >= 500 && status !== 503)
    .map(([status, count]) => `${what}: ${count} requests were answered with ${status}`);
}

/** What was told, short enough for a table. */
export function summaryOf({ accounts, groups, events, statuses }: Acknowledged) {
  return {
    ...{ accounts: accounts.size, groups: groups.size, events: events.size },
    statuses: Object.fromEntries([...statuses].sort()),
  };
}

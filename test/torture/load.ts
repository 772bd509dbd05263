import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What the server has said that it keeps. */
export interface Acknowledged {
  /** The last version and name of each account, by its id. */
  readonly accounts: Map<string, { readonly version: number; readonly name: string }>;
  /** Marks of the groups of three that were created together. */
  readonly groups: Set<string>;
  /** Subjects of events that each become one task. */
  readonly events: Set<string>;
  /** How many requests were answered with each status; 0 for those that got no whole answer. */
  readonly statuses: Map<number, number>;
}

export function nothingYet(): Acknowledged {
  return { accounts: new Map(), groups: new Set(), events: new Set(), statuses: new Map() };
}

/** Adds what a round was told to what was known before it. */
export function learn(known: Acknowledged, { accounts, groups, events, statuses }: Acknowledged): void {
  for (const [id, account] of accounts) known.accounts.set(id, account);
  for (const group of groups) known.groups.add(group);
  for (const event of events) known.events.add(event);
  for (const [status, count] of statuses)
    known.statuses.set(status, (known.statuses.get(status) ?? 0) + count);
}

export const groupSize = 3;

/** Creates, changes, creates in groups, and sets automations off, as fast as it is answered, until stopped. */
export async function load(
  url: string,
  cookie: string,
  known: Acknowledged,
  stopped: () => boolean,
): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', origin: url };
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${url}/api/records/${path}`, {
      ...{ method, headers, body: JSON.stringify(body) },
    }).catch(() => undefined);
    // What is answered only in part is not acknowledged.
    const told = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
    const status = answer === undefined || (answer.ok && told === undefined) ? 0 : answer.status;
    known.statuses.set(status, (known.statuses.get(status) ?? 0) + 1);
    return told;
  };
  while (!stopped()) {
    const mark = randomUUID();
    const account = await ask('POST', 'account', { name: mark });
    if (account === undefined) {
      await pause(20);
      continue;
    }
    known.accounts.set(account.id, { version: account.version, name: mark });
    const name = `${mark} changed`;
    const changed = await ask('PATCH', `account/${account.id}`, { version: account.version, name });
    // Unanswered, it may have been done or not.
    if (changed === undefined) known.accounts.set(account.id, { version: account.version, name: '' });
    else known.accounts.set(account.id, { version: changed.version, name });
    const group = Array.from({ length: groupSize }, (_, index) => ({ name: `${mark} group ${index}` }));
    if ((await ask('POST', 'account', group)) !== undefined) known.groups.add(mark);
    const regarding = { object: 'account', id: account.id };
    const event = { subject: mark, severity: 'critical', regarding };
    if ((await ask('POST', 'customerEvent', event)) !== undefined) known.events.add(mark);
  }
}

import { setTimeout as pause } from 'node:timers/promises';

/** What people do together until an hour, and how it went. */
export interface Day {
  readonly until: number;
  /** Milliseconds of each request. */
  readonly took: number[];
  readonly faults: string[];
  readonly counts: Map<string, number>;
}

/** What one does, as often as the number says. */
const habits = { list: 8, read: 6, search: 3, aggregate: 2, timeline: 2, create: 3, change: 3 } as const;
type Habit = keyof typeof habits;
const turns = Object.entries(habits).flatMap(([habit, times]) => Array<Habit>(times).fill(habit as Habit));

/** One person's day at the desk. */
export async function spendDay(url: string, cookie: string, index: number, day: Day): Promise<void> {
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  const own: { id: string; version: number }[] = [];
  const ask = async (what: string, method: string, path: string, body?: unknown) => {
    const began = performance.now();
    const answer = await fetch(`${url}/api/${path}`, {
      ...{ method, headers, signal: AbortSignal.timeout(60_000) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: Error) => error);
    const text = answer instanceof Error ? answer.message : await answer.text();
    day.took.push(Math.round(performance.now() - began));
    day.counts.set(what, (day.counts.get(what) ?? 0) + 1);
    if (answer instanceof Error || !answer.ok) day.faults.push(`${what}: ${text.slice(0, 200)}`);
    return answer instanceof Error || !answer.ok ? undefined : JSON.parse(text);
  };
  const doing: Record<Habit, (turn: number) => Promise<unknown>> = {
    list: () => ask('list', 'GET', 'records/account?limit=60&count=true&select=name,industry,owner.name'),
    read: () => (own[0] ? ask('read', 'GET', `records/account/${own[0].id}`) : doing.create(0)),
    search: () => ask('search', 'GET', `search?q=${encodeURIComponent(`客户 ${index}`)}`),
    aggregate: () => ask('aggregate', 'GET', 'records/account/aggregate?groupBy=industry&measures=count'),
    timeline: () =>
      own[0] ? ask('timeline', 'GET', `records/account/${own[0].id}/timeline`) : doing.create(0),
    async create(turn) {
      const made = await ask('create', 'POST', 'records/account', { name: `客户 ${index} ${turn}` });
      if (made !== undefined) own.unshift(made);
      own.length = Math.min(own.length, 20);
    },
    async change(turn) {
      const [account] = own;
      if (account === undefined) return void (await doing.create(turn));
      const name = `客户 ${index} 改 ${turn}`;
      const changed = await ask('change', 'PATCH', `records/account/${account.id}`, {
        ...{ name, version: account.version },
      });
      if (changed !== undefined) own[0] = changed;
    },
  };
  await pause(Math.random() * 5000);
  for (let turn = 0; Date.now() < day.until; turn++) {
    await doing[turns[Math.floor(Math.random() * turns.length)] ?? 'list'](turn);
    await pause(2000 + Math.random() * 6000);
  }
}

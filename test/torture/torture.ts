import { setTimeout as pause } from 'node:timers/promises';
import { type Acknowledged, learn, load, nothingYet } from './load.ts';
import { everythingIn, faultsIn, jobFaults, withDatabase } from './verdict.ts';
import { Victim } from './victim.ts';

export interface Torture {
  readonly rounds: number;
  readonly folder: string;
  readonly port: number;
  readonly writers?: number;
  readonly report?: (line: string) => void;
}

export interface Outcome {
  readonly rounds: number;
  readonly kills: Readonly<Record<'server' | 'database' | 'both', number>>;
  readonly accounts: number;
  readonly groups: number;
  readonly events: number;
  readonly faults: readonly string[];
}

const victims = ['both', 'database', 'server'] as const;

/** Rounds from one look at everything to the next; the others look at what was written in them. */
const untilEverything = 50;

/**
 * Kills the server, its database, or both at a random moment of a mixed load, lets them come back, and compares what is
 * there with what was acknowledged; round after round over the same data. At the end every job must have been done once.
 */
export async function torture({
  rounds,
  folder,
  port,
  writers = 6,
  report = () => {},
}: Torture): Promise<Outcome> {
  const victim = new Victim(folder, port);
  const known = nothingYet();
  const kills = { server: 0, database: 0, both: 0 };
  const faults: string[] = [];
  await victim.start();
  try {
    const cookie = await victim.signIn();
    for (let round = 0; round < rounds && faults.length === 0; round++) {
      let stopped = false;
      const [began, told] = [new Date(), nothingYet()];
      const work = Array.from({ length: writers }, () => load(victim.url, cookie, told, () => stopped));
      await begun(told);
      await pause(Math.random() * 1000);
      const what = victims[round % victims.length] ?? 'server';
      kills[what] += 1;
      if (what !== 'server') victim.killDatabase();
      if (what !== 'database') await victim.killServer();
      stopped = true;
      await Promise.all(work);
      if (what === 'database') await victim.serving();
      else await victim.start();
      learn(known, told);
      faults.push(...(await withDatabase(victim, (client) => faultsIn(client, told, began))));
      if ((round + 1) % untilEverything === 0) faults.push(...(await everythingIn(victim, known)));
      report(`${round + 1}: ${what} killed; ${known.accounts.size} accounts, ${faults.length} faults`);
    }
    faults.push(...(await everythingIn(victim, known)), ...(await jobFaults(victim)));
  } finally {
    await victim.stop();
  }
  const { accounts, groups, events } = known;
  return { rounds, kills, accounts: accounts.size, groups: groups.size, events: events.size, faults };
}

/** Waits until the load has come to the last and rarest of what it does. */
async function begun(told: Acknowledged): Promise<void> {
  for (let waited = 0; told.events.size === 0 && waited < 30_000; waited += 5) await pause(5);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Victim } from '../victim.ts';
import { type Day, spendDay } from './day.ts';
import type { Scenario } from './scenario.ts';

const people = 200;
const password = 'early tea in the garden';

/**
 * Two hundred people who are signed in look at lists and records, search, count, write and change for ten minutes, each
 * with a pause of two to eight seconds between things. No request may fail, and what the server
 * keeps in memory must not grow.
 */
export const manyUsers: Scenario = async ({ folder, port, seconds }) => {
  const note = join(folder, 'memory');
  const watched = fileURLToPath(new URL('../note-memory.ts', import.meta.url));
  const victim = new Victim(folder, port, {
    ...{
      NODE_OPTIONS: `--max-semi-space-size=8 --expose-gc --import=${watched}`,
      GUANXI_TORTURE_MEMORY: note,
    },
  });
  try {
    await victim.start();
    const administrator = await victim.signIn();
    const cookies = await signInAll(victim, administrator);
    const until = Date.now() + seconds * 1000;
    const day: Day = { until, took: [], faults: [], counts: new Map() };
    const memory = watchMemory(victim, note, until);
    await Promise.all(cookies.map((cookie, index) => spendDay(victim.url, cookie, index, day)));
    const megabytes = await memory;
    const took = day.took.sort((one, other) => one - other);
    const [early, late] = [mean(megabytes.slice(3, 6)), mean(megabytes.slice(-3))];
    return {
      facts: {
        ...{ people, seconds, requests: took.length, perSecond: Math.round(took.length / seconds) },
        milliseconds: {
          median: at(took, 0.5),
          of95: at(took, 0.95),
          of99: at(took, 0.99),
          most: took.at(-1),
        },
        counts: Object.fromEntries(day.counts),
        heapMegabytes: { secondQuarter: early, lastQuarter: late, each: megabytes },
      },
      faults: [
        ...day.faults.slice(0, 20),
        ...(late > early * 1.15 ? [`the heap grew from ${early} MB to ${late} MB`] : []),
      ],
    };
  } finally {
    await victim.stop();
  }
};

async function signInAll(victim: Victim, administrator: string): Promise<readonly string[]> {
  const headers = { cookie: administrator, origin: victim.url, 'content-type': 'application/json' };
  const cookies: string[] = [];
  for (let index = 0; index < people; index++) {
    const email = `person${index}@hengyue.example`;
    const body = JSON.stringify({ name: `同事 ${index}`, email, roles: ['salesRepresentative'] });
    const made = await fetch(`${victim.url}/api/records/user`, { method: 'POST', headers, body });
    const { id } = await made.json();
    const allowed = { method: 'PUT', headers, body: JSON.stringify({ password }) };
    const answer = await fetch(`${victim.url}/api/people/${id}/sign-in`, allowed);
    if (!answer.ok) throw new Error(`${email} may not sign in: ${await answer.text()}`);
    cookies.push(await victim.signIn({ email, password }));
  }
  return cookies;
}

/** Megabytes that the server needs once garbage is collected, twelve times in the whole. */
async function watchMemory(victim: Victim, note: string, until: number): Promise<readonly number[]> {
  const megabytes: number[] = [];
  const rest = (until - Date.now()) / 12;
  while (Date.now() + rest <= until) {
    await pause(rest - 1000);
    process.kill(victim.pid ?? 0, 'SIGUSR2');
    await pause(1000);
    megabytes.push(Number(readFileSync(note, 'utf8')));
  }
  return megabytes;
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1));
}

function at(sorted: readonly number[], part: number): number | undefined {
  return sorted[Math.floor(sorted.length * part)];
}

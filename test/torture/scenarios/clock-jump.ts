import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nothingYet } from '../load.ts';
import { everythingIn, jobFaults } from '../verdict.ts';
import { Victim } from '../victim.ts';
import type { Scenario } from './scenario.ts';
import { failuresIn, summaryOf, underLoad } from './under-load.ts';

const libraries = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`,
);

/** Forty days on, a day back, an hour back, and to where it was. */
const jumps = ['+40d', '+39d', '+935h', '+0'] as const;

/**
 * The clock of the server and of its database jumps under load, forwards into a month for which there is no partition yet
 * and backwards (needs libfaketime, on Debian the package faketime). Writing goes on, and each job is done once.
 */
export const clockJump: Scenario = async ({ folder, port }) => {
  const library = libraries.find(existsSync);
  if (library === undefined)
    throw new Error('libfaketime is not installed (on Debian: apt install faketime).');
  const clock = join(folder, 'clock');
  const set = (jump: string) => {
    writeFileSync(clock, `${jump}\n`);
    chmodSync(clock, 0o644);
  };
  chmodSync(folder, 0o755);
  set('+0');
  const victim = new Victim(folder, port, {
    ...{ LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_CACHE_DURATION: '1' },
    ...{ FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', FAKETIME_DISABLE_SHM: '1' },
  });
  const known = nothingYet();
  const told: Record<string, unknown> = {};
  const faults: string[] = [];
  try {
    await victim.start();
    let cookie = await victim.signIn();
    for (const jump of jumps) {
      const times = await underLoad(victim, cookie, known, async () => {
        await pause(1500);
        set(jump);
        await pause(4000);
      });
      told[`until ${jump}`] = summaryOf(times);
      faults.push(...failuresIn(`until ${jump}`, times));
      // Who was signed in for longer than a session lasts signs in again.
      cookie = await victim.signIn();
      const after = await underLoad(victim, cookie, known, 3);
      told[`after ${jump}`] = { ...summaryOf(after), serverSays: await timeAt(victim.url) };
      faults.push(...failuresIn(`after ${jump}`, after));
      if (after.accounts.size === 0) faults.push(`nothing is written after the clock jumped to ${jump}`);
    }
    faults.push(...(await everythingIn(victim, known)), ...(await jobFaults(victim)));
    return { facts: told, faults };
  } finally {
    await victim.stop();
  }
};

/** The time as the server's answers tell it. */
async function timeAt(url: string): Promise<string | null> {
  return (await fetch(`${url}/api/health`)).headers.get('date');
}

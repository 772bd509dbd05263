import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { nothingYet } from '../load.ts';
import { tcpProxy } from '../tcp-proxy.ts';
import { everythingIn, jobFaults } from '../verdict.ts';
import { Victim } from '../victim.ts';
import type { Scenario } from './scenario.ts';
import { failuresIn, summaryOf, underLoad } from './under-load.ts';

/**
 * Between the server and a database of its own there is a network that gets slow (80 ms each way, 200 kB/s), is cut and
 * comes back, and swallows everything for a while without a word; between people and the server one that is slow and
 * breaks connections off. What was acknowledged is there, and each time it goes on by itself.
 */
export const badNetwork: Scenario = async ({ folder, port }) => {
  const postgres = await startEmbeddedPostgres({ directory: join(folder, 'apart') });
  const address = new URL(postgres.url);
  const inside = await tcpProxy(Number(address.port));
  const through = Object.assign(new URL(postgres.url), { port: String(inside.port) }).href;
  const victim = new Victim(folder, port, { DATABASE_URL: through }, postgres.url);
  const outside = await tcpProxy(port);
  const known = nothingYet();
  const told: Record<string, ReturnType<typeof summaryOf>> = {};
  const faults: string[] = [];
  try {
    await victim.start();
    const cookie = await victim.signIn();
    const phase = async (name: string, meanwhile: number | (() => Promise<unknown>), url = victim.url) => {
      const phaseTold = await underLoad({ url }, cookie, known, meanwhile);
      told[name] = summaryOf(phaseTold);
      faults.push(...failuresIn(name, phaseTold));
      return phaseTold;
    };
    await phase('good', 4);
    inside.slow(80, 200_000);
    await phase('slow database', 10);
    inside.mend();
    await phase('cut database', async () => {
      inside.cut();
      await pause(8000);
      inside.mend();
      await victim.serving();
    });
    await phase('swallowed', async () => {
      inside.swallow();
      // Longer than anybody is kept waiting: they are told meanwhile.
      await pause(35_000);
      inside.mend();
      await victim.serving();
    });
    outside.slow(120, 50_000);
    await phase(
      'slow people',
      async () => {
        for (let turn = 0; turn < 5; turn++) {
          await pause(1500);
          outside.cut();
          await pause(300);
          outside.mend();
          outside.slow(120, 50_000);
        }
      },
      `http://127.0.0.1:${outside.port}`,
    );
    const last = await phase('good again', 4);
    if (last.accounts.size === 0) faults.push('nothing is written although the network is good again');
    faults.push(...(await everythingIn(victim, known)), ...(await jobFaults(victim)));
    return { facts: told, faults };
  } finally {
    await victim.stop();
    inside.close();
    outside.close();
    await postgres.stop();
  }
};

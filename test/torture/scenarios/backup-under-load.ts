import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { learn, nothingYet } from '../load.ts';
import { everythingIn, jobFaults } from '../verdict.ts';
import { Victim } from '../victim.ts';
import type { Scenario } from './scenario.ts';
import { failuresIn, summaryOf, underLoad } from './under-load.ts';

const commandLine = fileURLToPath(new URL('../../../src/main/cli.ts', import.meta.url));

/**
 * A backup is made by the command line while people write, and brought into an empty data folder. There everything is that
 * was acknowledged before it began, no group is half there, and each record has all its history.
 */
export const backupUnderLoad: Scenario = async ({ folder, port }) => {
  const [first, second, backups] = ['first', 'second', 'backups'].map((name) => join(folder, name)) as [
    ...[string, string, string],
  ];
  mkdirSync(first);
  const before = nothingYet();
  const victim = new Victim(first, port);
  const back = new Victim(second, port);
  const faults: string[] = [];
  try {
    await victim.start();
    const cookie = await victim.signIn();
    learn(before, await underLoad(victim, cookie, nothingYet(), 5));
    let said = '';
    const meanwhile = await underLoad(victim, cookie, nothingYet(), async () => {
      said = await run(first, backups, 'backup');
    });
    faults.push(...failuresIn('meanwhile', meanwhile));
    await victim.stop();
    const restored = await run(second, backups, 'restore');
    await back.start();
    faults.push(...(await everythingIn(back, before)), ...(await jobFaults(back)));
    return { facts: { before: summaryOf(before), meanwhile: summaryOf(meanwhile), said, restored }, faults };
  } finally {
    await victim.stop();
    await back.stop();
  }
};

async function run(data: string, backups: string, command: 'backup' | 'restore'): Promise<string> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [commandLine, command, command === 'backup' ? '--to' : '--from', backups, '--data', data],
    { env: { ...environment, GUANXI_BACKUP_PASSPHRASE: 'a long walk by the river' } },
  );
  return stdout.trim();
}

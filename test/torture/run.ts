// `npm run torture -- --rounds 1000` and `npm run torture -- --scenario disk-full`: what docs/reliability.md tells of.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backupUnderLoad } from './scenarios/backup-under-load.ts';
import { badNetwork } from './scenarios/bad-network.ts';
import { clockJump } from './scenarios/clock-jump.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { manyUsers } from './scenarios/many-users.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { torture } from './torture.ts';

const scenarios: Readonly<Record<string, Scenario>> = {
  'backup-under-load': backupUnderLoad,
  'bad-network': badNetwork,
  'clock-jump': clockJump,
  'disk-full': diskFull,
  'many-users': manyUsers,
};
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    port: { type: 'string', default: '3400' },
    writers: { type: 'string', default: '6' },
    scenario: { type: 'string' },
    seconds: { type: 'string', default: '600' },
  },
});
const began = Date.now();
const place = {
  folder: mkdtempSync(join(tmpdir(), 'guanxi-torture-')),
  port: Number(values.port),
};
// PostgreSQL, which runs as somebody without rights, is to come to what it keeps in there.
chmodSync(place.folder, 0o755);
const { faults, ...told } = await run(values.scenario);
console.log(JSON.stringify({ ...told, took: Math.round((Date.now() - began) / 1000) }, undefined, 2));
for (const fault of faults) console.error(`✖ ${fault}`);
if (faults.length === 0) rmSync(place.folder, { recursive: true });
process.exitCode = faults.length > 0 ? 1 : 0;

async function run(name: string | undefined): Promise<{ readonly faults: readonly string[] }> {
  if (name === undefined) {
    const [rounds, writers] = [Number(values.rounds), Number(values.writers)];
    return torture({ ...place, rounds, writers, report: (line) => console.log(line) });
  }
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`Scenarios are ${Object.keys(scenarios).join(', ')}.`);
  return scenario({ ...place, seconds: Number(values.seconds) });
}

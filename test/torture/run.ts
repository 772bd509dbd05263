// `npm run torture -- --rounds 1000`: what docs/reliability.md tells of.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    port: { type: 'string', default: '3400' },
    writers: { type: 'string', default: '6' },
  },
});
const began = Date.now();
const outcome = await torture({
  rounds: Number(values.rounds),
  port: Number(values.port),
  writers: Number(values.writers),
  folder: mkdtempSync(join(tmpdir(), 'guanxi-torture-')),
  report: (line) => console.log(line),
});
const { faults, ...counts } = outcome;
console.log(JSON.stringify({ ...counts, seconds: Math.round((Date.now() - began) / 1000) }));
for (const fault of faults) console.error(`✖ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

// `npm run fuzz -- --each 20 --seed 7 --only createAccount`: what docs/reliability.md tells of.
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { each: { type: 'string', default: '20' }, seed: { type: 'string' }, only: { type: 'string' } },
});
process.env.GUANXI_FUZZ_EACH = values.each;
process.env.GUANXI_TEST_SEED = values.seed ?? String(Date.now() % 1_000_000);
if (values.only !== undefined) process.env.GUANXI_FUZZ_ONLY = values.only;
await import('../http/fuzz.test.ts');

// Measures the product against its floor; see docs/benchmark.md. `--small` for a quick look, `--only WORD` for the cases
// whose name has the word, `--seconds N` a round.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Case, casesFor } from './cases.ts';
import { type Company, openCompany } from './company.ts';
import { copySeconds, importSeconds } from './import-rows.ts';
import { type Measured, measure, median } from './measure.ts';
import { ownDefinitions } from './own-definitions.ts';
import { scales } from './scale.ts';
import { startServer } from './servers.ts';
import { type BenchResult, type CaseResult, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});
const seconds = Number(values.seconds ?? 4);
const rounds = Number(values.rounds ?? 3);
const data = resolve(values.data ?? join('data', 'bench'));
mkdirSync(data, { recursive: true });

const small = await benchmark('small');
const result = values.small === true ? small : withGrowth(await benchmark('full'), small);
console.log(`\n${tableOf(result)}`);
if (values.small !== true && values.only === undefined) keep(result);

/** Builds the company if it is not there yet, and measures everything on it, product and floor in turn. */
async function benchmark(size: keyof typeof scales): Promise<BenchResult> {
  const scale = scales[size];
  const company = await openCompany(join(data, size), scale);
  const env = {
    DATABASE_URL: company.url,
    GUANXI_SECRET: company.secret,
    GUANXI_RATE_LIMIT: '0',
    GUANXI_STRANGER_RATE_LIMIT: '0',
  };
  const product = await startServer('src/main/start.ts', 3181, ['--data', join(data, size)], env, [
    '--max-semi-space-size=8',
  ]);
  const floor = await startServer('bench/floor.ts', 3182, [], env);
  try {
    const headers = { authorization: `Bearer ${company.key}` };
    const representative = { authorization: `Bearer ${company.representativeKey}` };
    const cases: CaseResult[] = [];
    await settled(company);
    const wanted = casesFor(scale).filter(({ name }) => name.includes(values.only ?? ''));
    for (const each of wanted) {
      const admin = asking(product.url, headers);
      if (each.own) {
        const own = await ownDefinitions(product.url, headers);
        cases.push(await measured(each, after(own.inForce, admin), after(own.putAway, admin)));
        await own.forget();
        continue;
      }
      const [ours, theirs] = each.representative
        ? [asking(product.url, representative), admin]
        : [admin, asking(floor.url, {})];
      cases.push(await measured(each, ours, theirs));
    }
    const load = megabytes(product.peakMemory());
    const imports = 'import'.includes(values.only ?? '')
      ? await measuredImports(company, product.url, headers)
      : undefined;
    const { accounts, contacts, opportunities } = scale;
    const records = [accounts, contacts, opportunities].map((count) => count.toLocaleString('en'));
    return {
      at: new Date().toISOString(),
      records: `${records[0]} accounts, ${records[1]} contacts, ${records[2]} opportunities`,
      cases,
      ...(imports && { imports }),
      memory: { load, ...(imports && { import: megabytes(product.peakMemory()) }) },
    };
  } finally {
    await floor.stop();
    await product.stop();
    await company.close();
  }
}

/** Waits until the history of what was loaded is sealed, as that of a company at work is but for its last minute. */
async function settled({ pool }: Company): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `select count(*)::int as left from (select from ws_main.event e, ws_main.consumer c
         where c.name = 'seal' and (e.transaction, e.sequence) > (c.transaction, c.sequence) limit 10000) e`,
    );
    if ((rows[0]?.left ?? 0) < 10_000) return;
    await pause(1000);
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}

/** Asks a server with some credential. */
type Asks = (ask: Case['product'], load: { seconds: number; clients: number }) => Promise<Measured>;

function asking(url: string, headers: Readonly<Record<string, string>>): Asks {
  return (ask, load) => measure(url, ask, headers, load);
}

/** Asks when something is done, and what follows from it: indexes are made and taken while people work. */
function after(done: () => Promise<void>, asks: Asks): Asks {
  return async (ask, load) => {
    await done();
    await pause(2000);
    await asks(ask, { ...load, seconds: 1 });
    return asks(ask, load);
  };
}

async function measured(
  { name, aim, clients = 32, patience = 1, product, floor }: Case,
  askProduct: Asks,
  askFloor: Asks,
): Promise<CaseResult> {
  await askProduct(product, { seconds: 1, clients });
  await askFloor(floor, { seconds: 1, clients });
  const inTurn = async (load: { readonly seconds: number; readonly clients: number }) => {
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await askProduct(product, load));
      theirs.push(await askFloor(floor, load));
    }
    return { product: median(ours), floor: median(theirs) };
  };
  const load = { seconds: seconds * patience, clients };
  const together = await inTurn(load);
  const alone = await inTurn({ seconds: patience, clients: 1 });
  const result = {
    ...{ name, aim, ...together },
    alone: { product: alone.product.p50, floor: alone.floor.p50 },
  };
  if (result.product.rate === 0 || result.floor.rate === 0)
    throw new Error(`${name}: nothing was answered within ${load.seconds} s`);
  console.log(
    `${name}: ${Math.round(result.product.rate)} / ${Math.round(result.floor.rate)} = ${(result.product.rate / result.floor.rate).toFixed(2)}; alone ${result.alone.product} / ${result.alone.floor} ms`,
  );
  return result;
}

async function measuredImports(
  company: Company,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ product: number; floor: number }> {
  const round = Date.now() % 1_000_000;
  const floor = await copySeconds(company.pool, round);
  const product = await importSeconds(url, headers, round);
  await company.forget();
  console.log(`import: ${product.toFixed(1)} s / ${floor.toFixed(1)} s`);
  return { product, floor };
}

function withGrowth(full: BenchResult, few: BenchResult): BenchResult {
  const cases = full.cases.map((each, index) => ({ ...each, small: few.cases[index]?.product.rate ?? 0 }));
  return { ...full, cases };
}

/** Keeps the latest results beside the benchmark and in the README. */
function keep(latest: BenchResult): void {
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(latest, null, 2)}\n`);
  const readme = new URL('../README.md', import.meta.url);
  if (!existsSync(readme)) return;
  const [begin, end] = ['<!-- benchmark -->', '<!-- /benchmark -->'];
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after !== undefined) writeFileSync(readme, `${before}${begin}\n\n${tableOf(latest)}\n\n${end}${after}`);
}

import { offWith, withoutModules } from '#kernel/module-switches.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The modules that a company has switched off. */
export async function readSwitchedOff(database: Database, schema: string): Promise<readonly string[]> {
  const rows = await database.run(`select module from ${quoted(schema)}.switched_off order by module`);
  return rows.map(([module]) => module as string);
}

export async function switchModules(
  database: Database,
  schema: string,
  names: readonly string[],
  on: boolean,
): Promise<void> {
  const table = `${quoted(schema)}.switched_off`;
  await database.run(
    on
      ? `delete from ${table} where module = any($1::text[])`
      : `insert into ${table} (module) select unnest($1::text[]) on conflict (module) do nothing`,
    [names],
  );
}

const reduced = new WeakMap<Registry, Map<string, Registry>>();

/** What is left of the product without these modules, put together once for all companies that are without them. */
export function reducedTo(base: Registry, names: readonly string[]): Registry {
  if (names.length === 0) return base;
  const off = offWith(base.modules, names);
  const key = [...off].sort().join(' ');
  const known = reduced.get(base) ?? new Map<string, Registry>();
  reduced.set(base, known);
  const found = known.get(key) ?? withoutModules(base, off);
  known.set(key, found);
  return found;
}

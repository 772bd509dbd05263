import { createHash } from 'node:crypto';
import type { Registry } from '#kernel/registry.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import { withLayouts } from '#kernel/run-time/with-layouts.ts';
import type { Database } from '../database/database.ts';
import { definitionGuard } from './definition-guard.ts';
import { layOut, quicken } from './lay-out.ts';
import { definingObject, readDefinitions } from './read-definitions.ts';
import { readLayouts } from './read-layouts.ts';
import { readTypes } from './read-types.ts';
import { readSwitchedOff, reducedTo } from './switched-off.ts';

/** One company's registry, and the same with the fields that are put away. */
export interface CompanyModel {
  readonly registry: Registry;
  readonly everything: Registry;
  /** The definitions as they were read, by which a reading that brings nothing new is known. */
  readonly source: string;
}

let editions = 0;

/** Reads what a company has added, makes room for it in the database, and puts it together with what is declared. */
export async function loadModel(
  { database, owner }: { readonly database: Database; readonly owner: Database },
  base: Registry,
  schema: string,
  report: (error: unknown) => void,
  before: CompanyModel | undefined,
): Promise<CompanyModel> {
  const definitions = await readDefinitions(database, base, schema);
  const off = await readSwitchedOff(database, schema);
  const types = await readTypes(database, base, schema);
  const layouts = await readLayouts(database, base, schema);
  const source = createHash('sha256')
    .update(JSON.stringify([definitions, off, types, layouts]))
    .digest('base64');
  if (source === before?.source) return before;
  const live = definitions.filter(({ deletedAt }) => deletedAt === null);
  const used = reducedTo(base, off);
  const registry = withLayouts(withDefinitions(used, live, types).registry, layouts);
  const whole = used === base ? registry : withDefinitions(base, live, types).registry;
  const everything =
    live.length === definitions.length ? whole : withDefinitions(base, definitions, types).registry;
  if (definitions.length + types.length > 0) {
    await layOut(owner, whole, base, schema);
    quicken(owner, whole, base, schema).catch(report);
  }
  const company = guarded(database, used, registry, schema);
  if (used === base) return { registry: company, everything, source };
  editions += 1;
  return { registry: { ...company, whole: { ...whole, edition: editions } }, everything, source };
}

/** The registry in which whoever writes a definition is held to what the company has. */
function guarded(database: Database, base: Registry, registry: Registry, schema: string): Registry {
  const object = definingObject(registry);
  if (object === undefined) return registry;
  editions += 1;
  const defining = { ...object, guard: definitionGuard({ database, base, schema, defining: object }) };
  return {
    ...registry,
    edition: editions,
    objects: new Map([...registry.objects, [object.name, defining]]),
  };
}

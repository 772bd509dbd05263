import { createHash } from 'node:crypto';
import type { Registry } from '#kernel/registry.ts';
import { withLikenesses } from '#kernel/run-time/company-likeness.ts';
import { withAutomations } from '#kernel/run-time/with-automations.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import { withLayouts } from '#kernel/run-time/with-layouts.ts';
import { withObjects } from '#kernel/run-time/with-objects.ts';
import { withRules } from '#kernel/run-time/with-rules.ts';
import type { Database } from '../database/database.ts';
import { guarded, nextEdition } from './guarded.ts';
import { layOut, quicken } from './lay-out.ts';
import { readAutomations } from './read-automations.ts';
import { inForce, readDefinitions, readObjects } from './read-definitions.ts';
import { readLayouts } from './read-layouts.ts';
import { readLikenesses, readRules } from './read-rules.ts';
import { readTypes } from './read-types.ts';
import { readSwitchedOff, reducedTo } from './switched-off.ts';

/** One company's registry, and the same with the objects and fields that are put away. */
export interface CompanyModel {
  readonly registry: Registry;
  readonly everything: Registry;
  /** The definitions as they were read, by which a reading that brings nothing new is known. */
  readonly source: string;
  /** Those of them for which the database makes room. */
  readonly tables: string;
}

/** Reads what a company has added, makes room for it in the database, and puts it together with what is declared. */
export async function loadModel(
  { database, owner }: { readonly database: Database; readonly owner: Database },
  base: Registry,
  schema: string,
  report: (error: unknown) => void,
  before: CompanyModel | undefined,
): Promise<CompanyModel> {
  const objects = await readObjects(database, base, schema);
  const fields = await readDefinitions(database, base, schema);
  const off = await readSwitchedOff(database, schema);
  const types = await readTypes(database, base, schema);
  const layouts = await readLayouts(database, base, schema);
  const rules = await readRules(database, base, schema);
  const likenesses = await readLikenesses(database, base, schema);
  const automations = await readAutomations(database, base, schema);
  const tables = digest([objects, fields, types, rules, likenesses]);
  const source = digest([tables, off, layouts, automations]);
  if (source === before?.source) return before;
  const live = { objects: inForce(objects), fields: inForce(fields) };
  const put = (registry: Registry, { objects: own, fields: added }: typeof live) =>
    withDefinitions(withObjects(registry, own).registry, added, types).registry;
  const used = reducedTo(base, off);
  const told = (from: Registry) =>
    withAutomations(
      withLikenesses(withRules(put(from, live), rules).registry, likenesses).registry,
      automations,
    ).registry;
  const registry = withLayouts(told(used), layouts);
  const whole = used === base ? registry : told(base);
  const putAway = objects.length + fields.length > live.objects.length + live.fields.length;
  const everything = putAway ? put(base, { objects, fields }) : whole;
  // Also where nothing is left of what there was: the index of a rule goes with it.
  const shaped = before !== undefined || objects.length + fields.length + types.length + rules.length > 0;
  if (shaped && before?.tables !== tables) {
    await layOut(owner, whole, base, schema);
    quicken(owner, whole, base, schema).catch(report);
  }
  const company = guarded(database, used, registry, schema);
  if (used === base) return { registry: company, everything, source, tables };
  return {
    registry: { ...company, whole: { ...whole, edition: nextEdition() } },
    everything,
    source,
    tables,
  };
}

function digest(definitions: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(definitions)).digest('base64url');
}

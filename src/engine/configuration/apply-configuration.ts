import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Purpose } from '#kernel/purpose.ts';
import type { Registry } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Database } from '../database/database.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Steward, Workspaces } from '../identity/workspaces.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { updateRecord } from '../records/update.ts';
import type { Plan } from './configuration.ts';
import { ownSettings } from './own-settings.ts';
import { type FullPlan, type PlannedChange, planConfiguration } from './plan-configuration.ts';
import { referredTo } from './referred-to.ts';

/** What applying needs besides the records. */
export interface ConfiguredPlace {
  readonly workspaces: Workspaces;
  readonly settings: WorkspaceSettings;
  /** Every module with what the company has added, as it is in this transaction. */
  registryIn(database: Database, schema: string): Promise<Registry>;
}

/**
 * Sets the product up as a configuration says, all of it or nothing, through the same rules as by hand. What it does not
 * speak of stays. Applied again it changes nothing.
 */
export function applyConfiguration(
  context: Context,
  { workspaces, settings, registryIn }: ConfiguredPlace,
  wanted: unknown,
  { ip }: Steward = {},
): Promise<Plan> {
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database };
    const plan = await planConfiguration(inside, settings, wanted);
    const { name } = context.workspace;
    const by = { actor: context.actor.id, ip };
    await makeAll(inside, plan, (schema) => registryIn(database, schema));
    const changed = Object.entries(plan.settings);
    const general = changed.filter(([setting]) => !ownSettings.has(setting));
    if (general.length > 0) {
      const values = Object.fromEntries(general.map(([setting, [, after]]) => [setting, after]));
      await workspaces.change(name, values, by, database);
    }
    for (const [setting, [before, after]] of changed)
      await ownSettings.get(setting)?.write(inside, after, before, ip);
    const count = plan.records.filter(({ change }) => change !== 'left').length;
    if (count > 0)
      await recordAuditEntry(database, {
        workspace: name,
        ...by,
        kind: 'configuration.applied',
        facts: { count },
      });
    return plan;
  });
}

/** What a company adds is there for what is written after it: objects for fields, both for everything else. */
async function makeAll(
  context: Context,
  { records, stored }: FullPlan,
  registryNow: (schema: string) => Promise<Registry>,
): Promise<void> {
  const ids = new Map(
    [...stored].map(([object, { called }]) => [
      object,
      new Map([...called].map(([id, name]): [string, string] => [name, id])),
    ]),
  );
  const stageOf = ({ object }: PlannedChange) => {
    const stage = stages.indexOf(stored.get(object)?.object.declaration.purpose);
    return stage === -1 ? stages.length : stage;
  };
  const make = async (inside: Context, change: PlannedChange) => {
    const configured = stored.get(change.object);
    if (configured === undefined || change.change === 'left') return;
    const values: Record<string, unknown> = { ...change.values };
    for (const { field, object, called } of referredTo(configured, change.values)) {
      const id = ids.get(object)?.get(called);
      values[field] = configured.object.fields.get(field)?.type === 'reference' ? id : { object, id };
    }
    const id = await makeOne(inside, change, values);
    if (configured.names.length === 1) ids.get(change.object)?.set(String(Object.values(change.key)[0]), id);
  };
  for (const stage of [...stages.keys(), stages.length]) {
    const changes = records.filter((change) => stageOf(change) === stage);
    if (changes.length === 0) continue;
    const inside = { ...context, registry: await registryNow(context.workspace.schema) };
    await inTurn(changes, (change) => make(inside, change));
  }
}

const stages: readonly (Purpose | undefined)[] = ['objectDefinition', 'definition'];

/** Each once what it builds on is there, as a formula on the fields that it reads; the first refusal when none is left that can be. */
async function inTurn<Change>(
  changes: readonly Change[],
  make: (change: Change) => Promise<void>,
): Promise<void> {
  const waiting: Change[] = [];
  let refusal: Refusal | undefined;
  for (const change of changes)
    try {
      await make(change);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
      waiting.push(change);
    }
  if (refusal !== undefined && waiting.length === changes.length) throw refusal;
  if (waiting.length > 0) await inTurn(waiting, make);
}

async function makeOne(
  context: Context,
  { object, id = '', key }: PlannedChange,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  try {
    if (id !== '') {
      await updateRecord(context, object, id, values);
      return id;
    }
    const [created = ''] = await createRecords(context, object, [{ values }]);
    return (JSON.parse(created) as { readonly id: string }).id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const at = `records.${object}.${Object.values(key).join('.')}`;
    const complaints: Complaint[] = error.complaints.map((each) => ({
      ...each,
      field: `${at}.${each.field}`,
    }));
    throw new Refusal(error.kind, complaints, error.detail);
  }
}

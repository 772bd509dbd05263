import { type Complaint, Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Steward, Workspaces } from '../identity/workspaces.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { updateRecord } from '../records/update.ts';
import type { Plan } from './configuration.ts';
import { type PlannedChange, planConfiguration } from './plan-configuration.ts';

/**
 * Sets the product up as a configuration says, all of it or nothing, through the same rules as by hand. What it does not
 * speak of stays. Applied again it changes nothing.
 */
export function applyConfiguration(
  context: Context,
  workspaces: Workspaces,
  settings: WorkspaceSettings,
  wanted: unknown,
  { ip }: Steward = {},
): Promise<Plan> {
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database };
    const plan = await planConfiguration(inside, settings, wanted);
    for (const change of plan.records) await make(inside, change);
    const changed = Object.fromEntries(
      Object.entries(plan.settings).map(([name, [, after]]) => [name, after]),
    );
    const { name } = context.workspace;
    const by = { actor: context.actor.id, ip };
    if (Object.keys(changed).length > 0) await workspaces.change(name, changed, by, database);
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

async function make(context: Context, { object, change, id, key, values }: PlannedChange): Promise<void> {
  try {
    if (change === 'create') await createRecords(context, object, [{ values }]);
    else if (change === 'update') await updateRecord(context, object, id ?? '', values);
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

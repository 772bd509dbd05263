import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { listRecords } from '../records/list.ts';
import type { ListQuery } from '../records/list-query.ts';

/**
 * What is taken along for a use that needs permission: only the people who allow it. How many were left behind is noted
 * in the audit. `use` names a field that tells whether the use is allowed.
 */
export async function narrowed<Query extends ListQuery>(
  context: Context,
  objectName: string,
  query: Query,
  use: string,
  ip: string | undefined,
): Promise<Query> {
  const { fields } = objectNamed(context.registry, objectName);
  const wish = fields.get(use)?.permitted;
  if (wish === undefined) {
    const choices = [...fields].filter(([, { permitted }]) => permitted !== undefined).map(([name]) => name);
    const parameters = { value: use.slice(0, 60), choices: choices.join(', ') };
    throw new Refusal('invalid', [{ field: 'for', code: 'notAChoice', parameters }]);
  }
  const { where = {}, q, bin } = query;
  const only = (allowed: boolean) => ({ and: [where, { [use]: allowed }] });
  const asked = { where: only(false), ...(q !== undefined && { q }), ...(bin !== undefined && { bin }) };
  const { count } = await listRecords(context, objectName, {
    ...asked,
    select: ['id'],
    limit: 1,
    count: true,
  });
  if (Number(count) > 0) {
    const { actor, workspace } = context;
    await recordAuditEntry(context.database, {
      ...{ workspace: workspace.name, actor: actor.impersonator?.id ?? actor.id, ip },
      ...(actor.impersonator && { actingFor: actor.id ?? undefined }),
      ...{ kind: 'use.blocked', subject: objectName, facts: { ...wish, count: Number(count), by: 'export' } },
    });
  }
  return { ...query, where: only(true) };
}

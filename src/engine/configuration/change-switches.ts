import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { switchModules } from '../run-time/switched-off.ts';

/** Switches off what is named; what was off and is not named goes on. */
export async function changeSwitches(
  { database, workspace, actor }: Context,
  after: readonly string[],
  before: readonly string[],
  ip: string | undefined,
): Promise<void> {
  const { name, schema } = workspace;
  for (const on of [true, false]) {
    const [from, to] = on ? [before, after] : [after, before];
    const modules = from.filter((module) => !to.includes(module));
    if (modules.length === 0) continue;
    await switchModules(database, schema, modules, on);
    await recordAuditEntry(database, {
      ...{ workspace: name, actor: actor.id, ip, kind: on ? 'module.switchedOn' : 'module.switchedOff' },
      facts: { modules },
    });
  }
}

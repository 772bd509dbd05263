import { drawnName } from '#kernel/run-time/automation-definition.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import type { Outcome } from './settle-run.ts';

/**
 * Those whose runs wait until they work again: of modules that are switched off, and what the company has drawn and
 * switched off, put away, or what does not fit any more.
 */
export function resting({ registry }: Context): readonly string[] {
  const { whole, drawn } = registry;
  if (whole === undefined && drawn === undefined) return [];
  const working = new Set(registry.automations.map(({ name }) => name));
  const known = [...(whole?.automations ?? []).map(({ name }) => name), ...(drawn?.keys() ?? [])];
  return known.filter((name) => !working.has(name));
}

/** What becomes of a run whose automation is not known: one that was drawn a moment ago, on another server, will be. */
export async function withoutAutomation(context: Context, name: string): Promise<Outcome> {
  const { registry, database, workspace } = context;
  const drawing = registry.purposes.get('automation');
  if (drawing === undefined || !name.startsWith(drawnName(''))) return { ends: 'done' };
  const rows = await database.run(
    `select 1 from ${quoted(workspace.schema)}.${quoted(drawing.name)} where id::text = $1`,
    [name.slice(drawnName('').length)],
  );
  return rows.length > 0 ? { again: 1 } : { ends: 'skipped', reason: 'automationGone' };
}

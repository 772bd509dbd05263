import type { Limits } from '#kernel/taking-limits.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** How a company protects its records against being carried off. */
export interface Safeguards {
  readonly everyone: Limits;
  /** For those who have a role, in place of what is for everyone. */
  readonly roles: Readonly<Record<string, Limits>>;
  /** For those who leave. */
  readonly leaving: Limits;
  /** On whose screens his own name stands over the page. */
  readonly watermark: { readonly leaving: boolean; readonly roles: readonly string[] };
  /** Whether an export of what tells of people has to say why. */
  readonly exportReason: boolean;
}

const everyone: Limits = {
  ...{ exportedAtOnce: 5_000, exportedPerDay: 10_000 },
  ...{ openedPerHour: 300, openedPerDay: 1_000, listedPerHour: 20_000, listedPerDay: 60_000 },
};

/** As long as nothing has been set. */
export const initialSafeguards: Safeguards = {
  everyone,
  roles: { administrator: { ...everyone, exportedAtOnce: null, exportedPerDay: null } },
  leaving: {
    ...{ exportedAtOnce: 0, exportedPerDay: 0 },
    ...{ openedPerHour: 60, openedPerDay: 200, listedPerHour: 2_000, listedPerDay: 6_000 },
  },
  watermark: { leaving: false, roles: [] },
  exportReason: false,
};

/** SQL of what is set in a workspace, as JSON; null where nothing is. */
export function safeguardsColumn(schema: string): string {
  return `(select s.rules from ${quoted(schema)}.safeguards s)`;
}

/** What a statement has read by that column. */
export function safeguardsIn(json: string | null | undefined): Safeguards {
  // What was set before there was one of the parts has none.
  return json ? { ...initialSafeguards, ...(JSON.parse(json) as Partial<Safeguards>) } : initialSafeguards;
}

export async function readSafeguards({
  database,
  workspace,
}: Pick<Context, 'database' | 'workspace'>): Promise<Safeguards> {
  const [row] = await database.run(`select ${safeguardsColumn(workspace.schema)}`);
  return safeguardsIn(row?.[0]);
}

/** Sets all of it; the audit knows who did, and what there was before. */
export async function writeSafeguards(context: Context, after: Safeguards, ip?: string): Promise<void> {
  const { workspace, actor } = context;
  await context.database.transaction(async (database) => {
    const before = await readSafeguards({ database, workspace });
    await database.run(
      `insert into ${quoted(workspace.schema)}.safeguards (rules) values ($1)
       on conflict (single) do update set rules = excluded.rules`,
      [JSON.stringify(after)],
    );
    const parts = Object.keys(after) as (keyof Safeguards)[];
    const changed = parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
    if (changed.length === 0) return;
    await recordAuditEntry(database, {
      ...{ workspace: workspace.name, actor: actor.id, ip, kind: 'safeguards.changed' },
      facts: { changes: Object.fromEntries(changed.map((part) => [part, [before[part], after[part]]])) },
    });
  });
}

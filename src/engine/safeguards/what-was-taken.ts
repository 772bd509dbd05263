import { dayIn } from '#kernel/expression/zone.ts';
import type { Limits } from '#kernel/taking-limits.ts';
import { listAudit, type ShownEntry } from '../audit/list-audit.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import { limitsOfPerson } from './person-taking.ts';
import { exportedOn } from './take-export.ts';

/** What one person has looked at and carried away lately. */
export interface Taken {
  readonly days: number;
  readonly limits: Limits;
  readonly exportedToday: number;
  /** By object, most first: records opened, and rows of lists. */
  readonly views: readonly { readonly object: string; readonly opened: number; readonly listed: number }[];
  /** The latest exports, refused ones among them, and masked values that were shown. */
  readonly entries: readonly ShownEntry[];
}

/** Days for which counts are kept and told. */
export const days = 30;

const kinds = ['records.exported', 'records.exportRefused', 'record.revealed', 'viewLink.created'];

export async function whatWasTaken(context: Context, person: string): Promise<Taken> {
  const { database, workspace, registry, now } = context;
  await readRecord(context, registry.people, person, ['id']);
  const from = new Date(now - days * 24 * 3600_000).toISOString();
  const rest = { person, from, subject: undefined, until: undefined, cursor: undefined, limit: 50 };
  const [limits, exportedToday, counted, ...pages] = await Promise.all([
    limitsOfPerson(context, person),
    exportedOn(context, person, dayIn(now, workspace.timeZone)),
    database.run(
      `select json_build_object('object', object, 'opened', sum(opened), 'listed', sum(listed))
       from ${quoted(workspace.schema)}.view_count where person = $1::uuid and hour >= $2::timestamptz
       group by object order by sum(opened) desc, sum(listed) desc`,
      [person, from],
    ),
    ...kinds.map((kind) => listAudit(context, { ...rest, kind })),
  ]);
  const entries = pages.flatMap((page) => page.entries);
  return {
    ...{ days, limits, exportedToday },
    views: counted.map(([row]) => JSON.parse(row ?? '{}')),
    entries: entries.toSorted((one, other) => other.at.localeCompare(one.at)),
  };
}

/** Forgets counts that nobody is told any more. */
export async function forgetTaken({
  database,
  workspace,
}: Pick<Context, 'database' | 'workspace'>): Promise<void> {
  const s = quoted(workspace.schema);
  await database.run(
    `with views as (delete from ${s}.view_count where hour < now() - interval '${days + 1} days')
     delete from ${s}.export_count where day < now() - interval '${days + 1} days'`,
  );
}

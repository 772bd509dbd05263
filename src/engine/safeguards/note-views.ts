import { dayIn, startOfDay } from '#kernel/expression/zone.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { type Leaving, limitsOf } from './limits.ts';
import { leavingColumn } from './person-taking.ts';
import { safeguardsColumn, safeguardsIn } from './safeguards.ts';
import type { Tally, Way } from './view-counts.ts';

type Span = 'hour' | 'day';

/** Somebody has looked at more than is usual. */
export interface Exceeded {
  readonly person: string;
  readonly what: string;
  readonly how: Way;
  readonly within: Span;
  readonly begunAt: string;
  readonly amount: number;
  readonly threshold: number;
  readonly address: string;
}

interface Counted {
  readonly person: string;
  readonly object: string;
  readonly address: string;
  readonly roles: readonly string[] | null;
  readonly leaving: Leaving | null;
  readonly hour: Readonly<Record<Way, number>>;
  readonly day: Readonly<Record<Way, number>>;
}

const ways = [
  { how: 'opened', within: 'hour', measure: 'openedPerHour' },
  { how: 'opened', within: 'day', measure: 'openedPerDay' },
  { how: 'listed', within: 'hour', measure: 'listedPerHour' },
  { how: 'listed', within: 'day', measure: 'listedPerDay' },
] as const;

/** Writes down what was counted in a workspace, and tells who has looked at more than is usual: one statement for all. */
export async function noteViews(
  context: Pick<Context, 'database' | 'registry' | 'workspace' | 'now'>,
  tallies: readonly Tally[],
): Promise<readonly Exceeded[]> {
  const { timeZone } = context.workspace;
  const begun = {
    hour: new Date(context.now - (context.now % 3600_000)).toISOString(),
    day: new Date(startOfDay(dayIn(context.now, timeZone), timeZone)).toISOString(),
  };
  const rows = await context.database.run(statementFor(context), [
    JSON.stringify(tallies),
    begun.hour,
    begun.day,
  ]);
  const rules = safeguardsIn(rows[0]?.[1]);
  return rows.flatMap(([row]) => {
    const { person, object, address, roles, leaving, ...counts } = JSON.parse(row ?? '{}') as Counted;
    const limits = limitsOf(rules, roles ?? [], leaving);
    return ways.flatMap(({ how, within, measure }) => {
      const amount = counts[within][how];
      const threshold = limits[measure];
      if (threshold === null || amount <= threshold) return [];
      return [{ person, what: object, how, within, begunAt: begun[within], amount, threshold, address }];
    });
  });
}

/** In one order, so that servers that write at once wait for each other and never in a circle. */
function statementFor(context: Pick<Context, 'registry' | 'workspace'>): string {
  const s = quoted(context.workspace.schema);
  return `with counted as (
      insert into ${s}.view_count as c (person, object, hour, opened, listed, address)
      select person, object, $2::timestamptz, opened, listed, address
      from json_to_recordset($1::json) as given(person uuid, object text, opened int, listed int, address text)
      order by person, object
      on conflict (person, hour, object) do update
        set opened = c.opened + excluded.opened, listed = c.listed + excluded.listed, address = excluded.address
      returning *)
    select json_build_object('person', n.person, 'object', n.object, 'address', n.address, 'roles', p.roles,
      'leaving', ${leavingColumn(context, 'n.person')},
      'hour', json_build_object('opened', n.opened, 'listed', n.listed),
      'day', json_build_object('opened', n.opened + d.opened, 'listed', n.listed + d.listed)), ${safeguardsColumn(context.workspace.schema)}
    from counted n join ${s}.${quoted(context.registry.people)} p on p.id = n.person
    cross join lateral (select coalesce(sum(v.opened), 0)::int as opened, coalesce(sum(v.listed), 0)::int as listed
      from ${s}.view_count v where v.person = n.person and v.object = n.object and v.hour >= $3::timestamptz and v.hour < $2::timestamptz) d`;
}

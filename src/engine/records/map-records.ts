import type { Window } from '#kernel/expression/position.ts';
import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { filter } from './list.ts';
import { Scope } from './scope.ts';

export interface MapQuery {
  /** The path of a position: `position`, `account.position`. */
  readonly place: string;
  readonly window: Window;
  /** As maps count it: the world is 256 × 2^zoom pixels wide. */
  readonly zoom: number;
  readonly where?: unknown;
  readonly q?: string;
}

/** Pixels between what is shown apart. */
const cell = 56;
/** As many groups at most, the largest first: more than a large screen has room for. */
const most = 1000;

/**
 * What a window of the map shows of the records that the actor may see, as JSON: how many there are, how many of them
 * have no position, how many lie in the window, and these in groups that are as near to each other as the zoom cannot tell
 * apart, `{"count":12,"inside":9,"unplaced":3,"groups":[{"count":9,"latitude":…,"longitude":…,"window":[…]}]}`. A group
 * of one names its record.
 */
export async function mapRecords(context: Context, objectName: string, query: MapQuery): Promise<Buffer> {
  const object = objectNamed(context.registry, objectName);
  refuseOther(context, object, query);
  const statement = compileStatement(mapStatement(context, object, query));
  const [row] = await context.database.bytes(statement.text, bind(statement, bindingOf(context)));
  return row?.[0] ?? Buffer.from('{}');
}

function refuseOther(context: Context, object: ObjectModel, { place, zoom }: MapQuery): void {
  const field = readableField(context.registry, object, place, context.actor);
  if (field?.type !== 'location')
    throw new Refusal('invalid', [{ field: 'place', code: field ? 'notAPositionField' : 'unknownField' }]);
  if (!Number.isInteger(zoom) || zoom < 0 || zoom > 22)
    throw new Refusal('invalid', [{ field: 'zoom', code: 'outOfRange', parameters: { least: 0, most: 22 } }]);
}

function mapStatement(context: Context, object: ObjectModel, query: MapQuery): Fragment {
  const scope = new Scope(context, object, 't');
  const position = scope.column(query.place);
  const matching = filter(context, scope, query);
  const [west, south, east, north] = query.window;
  // Across the date line longitudes go on counting.
  const far = east < west ? east + 360 : east;
  const along = sql`case when x < ${west}::float8 then x + 360 else x end`;
  const size = (360 * cell) / 256 / 2 ** query.zoom;
  // Mercator's stretch, so that groups are as high as they are wide wherever they lie.
  const up = sql`degrees(ln(tan(radians(45 + least(greatest(y, -85), 85) / 2))))`;
  const column = sql`floor(along / ${size}::float8)::int`;
  const row = sql`floor(${up} / ${size}::float8)::int`;
  // Each step is kept apart by its offset: put together, PostgreSQL would open the position anew wherever it is named.
  return sql`select json_build_object('count', coalesce(sum(n), 0), 'inside', coalesce(sum(n) filter (where inside), 0),
    'unplaced', coalesce(sum(n) filter (where inside is null), 0),
    'groups', coalesce(json_agg(json_strip_nulls(json_build_object('count', n, 'latitude', round(y::numeric, 6), 'longitude', round(x::numeric, 6),
      'exactness', exactness, 'id', case when n = 1 then one end,
      'window', case when n > 1 then json_build_array(round(x0::numeric, 6), round(y0::numeric, 6), round(x1::numeric, 6), round(y1::numeric, 6)) end)) order by n desc)
      filter (where inside and place <= ${most}::int), '[]'::json))::text
    from (select *, row_number() over (partition by inside order by n desc) as place from (
      select inside, c, r, count(*) as n, avg(y) as y, avg(along) as x, min(along) as x0, min(y) as y0, max(along) as x1,
        max(y) as y1, min(exactness) as exactness, min(id::text) as one
      from (select *, case when inside then ${column} end as c, case when inside then ${row} end as r
        from (select *, y between ${south}::float8 and ${north}::float8 and along <= ${far}::float8 as inside
          from (select id, y, exactness, ${along} as along
            from (select t.id, (${position} -> 'latitude')::float8 as y, (${position} -> 'longitude')::float8 as x, ${position} ->> 'exactness' as exactness
              from ${scope.table()} t${scope.joins()} where ${matching} offset 0) p offset 0) w offset 0) i offset 0) s
      group by 1, 2, 3) g) f`;
}

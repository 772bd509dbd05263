import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { readableField } from '../../access/rights.ts';
import { bindingOf } from '../../records/binding.ts';
import type { Context } from '../../records/context.ts';
import { recordJson } from '../../records/record-json.ts';
import { Scope } from '../../records/scope.ts';
import { argument, type Fragment, join, raw, sql } from '../../sql/fragment.ts';
import { bind, compileStatement } from '../../sql/statement.ts';
import type { Evidence } from '../evidence.ts';
import { readableRules } from '../find-duplicates.ts';
import { reviewTable } from './duplicate-look.ts';
import { mustMerge } from './must-merge.ts';

export interface PairChoice {
  /** From this score on. */
  readonly least?: number;
  /** Of which this person owns one. */
  readonly mine?: boolean;
  /** Those that somebody said are not the same, instead of those that wait. */
  readonly different?: boolean;
}

interface Named {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

export interface KeptPair extends Evidence {
  readonly records: readonly [Named, Named];
}

/** Pairs told at a time: those decided make room for the next. */
const atOnce = 100;

/** Pairs of records that wait to be judged, most likely first, and how many there are: only those of which the actor may change both. */
export async function listPairs(
  context: Context,
  objectName: string,
  choice: PairChoice,
): Promise<{ readonly pairs: readonly KeptPair[]; readonly count: number }> {
  mustMerge(context, objectName);
  const object = objectNamed(context.registry, objectName);
  const { nameField } = object.declaration;
  // Records are drawn of those alone that are told.
  const shown = ['c', 'd'].map((alias) => new Scope(context, object, alias)) as [Scope, Scope];
  const [one, other] = shown.map((scope) => recordJson(scope, [nameField]));
  const told = sql`select p.one, p.other, p.score, p.fields, count(*) over () as n ${waiting(context, object, choice)} order by p.score desc, p.one, p.other limit ${raw(String(atOnce))}`;
  const statement = compileStatement(
    sql`select ${one}, ${other}, k.score, k.fields, k.n from (${told}) k join ${shown[0].table()} c on c.id = k.one join ${shown[1].table()} d on d.id = k.other${shown[0].joins()}${shown[1].joins()} order by k.score desc, k.one, k.other`,
  );
  const rows = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, pairArguments(context, object, choice))),
  );
  const pairs = rows.map(([a, b, score, fields]): KeptPair => {
    return {
      records: [JSON.parse(a as string), JSON.parse(b as string)],
      score: Number(score),
      fields: JSON.parse(fields as string),
    };
  });
  return { pairs, count: Number(rows[0]?.[4] ?? 0) };
}

/** How many pairs wait to be judged, by object. */
export async function countPairs(
  context: Context,
  objects: readonly ObjectModel[],
): Promise<ReadonlyMap<string, number>> {
  if (objects.length === 0) return new Map();
  const counted = objects.map(
    (object) => sql`select ${raw(`'${object.name}'`)}, count(*) ${waiting(context, object, {})}`,
  );
  const statement = compileStatement(join(counted, ' union all '));
  const given = Object.assign({}, ...objects.map((object) => pairArguments(context, object, {})));
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, given)));
  return new Map(rows.map(([name, count]) => [name as string, Number(count)]));
}

/** What the statement about pairs asks besides. */
export function pairArguments(context: Context, object: ObjectModel, { least = 0 }: PairChoice) {
  const readable = readableRules(context, object).map(({ field }) => field);
  return { least, [`readable ${object.name}`]: readable };
}

/** Kept pairs `p` with both records; what is told by a field that the actor may not read is not told. */
export function waiting(
  context: Context,
  object: ObjectModel,
  { mine = false, different = false }: PairChoice,
): Fragment {
  const scopes = ['a', 'b'].map((alias) => new Scope(context, object, alias));
  const [a, b] = scopes as [Scope, Scope];
  const [pair, verdict] = [reviewTable(context, 'pair'), reviewTable(context, 'verdict')];
  const judged = sql`exists (select 1 from ${raw(verdict)} v where v.object = p.object and v.one = p.one and v.other = p.other)`;
  const conditions = [
    sql`p.object = ${raw(`'${object.name}'`)} and p.score >= ${argument('least')}::numeric`,
    different ? judged : sql`not ${judged}`,
    ...scopes.flatMap((scope) => [scope.condition('read'), scope.condition('update')]),
    sql`not exists (select 1 from jsonb_array_elements(p.fields) f where f ->> 'field' <> all(${argument(`readable ${object.name}`)}::text[]))`,
    ...(mine ? [ownedOf(context, object, scopes)] : []),
  ];
  const where = join(conditions, ' and ');
  return sql`from ${raw(pair)} p join ${a.table()} a on a.id = p.one join ${b.table()} b on b.id = p.other${a.joins()}${b.joins()} where ${where}`;
}

function ownedOf(context: Context, object: ObjectModel, scopes: readonly Scope[]): Fragment {
  if (readableField(context.registry, object, 'owner', context.actor) === undefined) return raw('true');
  const owned = scopes.map((scope) => sql`${scope.column('owner')} = ${context.actor.id}::uuid`);
  return sql`(${join(owned, ' or ')})`;
}

import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { bindingOf } from '../../records/binding.ts';
import type { Context } from '../../records/context.ts';
import { knownId } from '../../records/read.ts';
import { Scope } from '../../records/scope.ts';
import { argument, raw, sql } from '../../sql/fragment.ts';
import { bind, compileStatement } from '../../sql/statement.ts';
import { reviewTable } from './duplicate-look.ts';
import { mustMerge } from './must-merge.ts';

/**
 * Remembers for ever that two records are not the same, or takes it back. From then on neither the queue nor the page of
 * either record suspects the other.
 */
export async function judgePair(
  context: Context,
  objectName: string,
  records: readonly [string, string],
  different: boolean,
): Promise<void> {
  mustMerge(context, objectName);
  const [one = '', other = ''] = records.map((id) => knownId(id).toLowerCase()).sort();
  if (one === other) throw new Refusal('invalid', [{ field: 'records', code: 'notUnique' }]);
  const object = objectNamed(context.registry, objectName);
  const [a, b] = ['a', 'b'].map((alias) => new Scope(context, object, alias)) as [Scope, Scope];
  const allowed = [a, b].map((scope) => sql`${scope.condition('read')} and ${scope.condition('update')}`);
  const verdict = raw(reviewTable(context, 'verdict'));
  const seen = sql`seen as (select a.id as one, b.id as other from ${a.table()} a join ${b.table()} b on a.id = ${argument('one')}::uuid and b.id = ${argument('other')}::uuid${a.joins()}${b.joins()} where ${allowed[0]} and ${allowed[1]})`;
  const change = different
    ? sql`insert into ${verdict} (object, one, other, actor) select ${argument('object')}::text, one, other, ${context.actor.id}::uuid from seen on conflict do nothing`
    : sql`delete from ${verdict} v using seen where v.object = ${argument('object')}::text and v.one = seen.one and v.other = seen.other`;
  const statement = compileStatement(sql`with ${seen}, judged as (${change}) select 1 from seen`);
  const rows = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { object: object.name, one, other })),
  );
  if (rows.length === 0) throw new Refusal('notFound');
}

import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { fieldRight, shownField } from '../access/rights.ts';
import { keyOf, openSealed } from '../sealing/open-sealed.ts';
import { argument, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { appendEvents } from './event-rows.ts';
import { inputText } from './input-rows.ts';
import { PlanCache } from './plan-cache.ts';
import { knownId, mustEver } from './read.ts';
import { Scope } from './scope.ts';

const plans = new PlanCache<Statement>();

/**
 * The whole value of a field that is masked for this person. That he asked stands in the log from the same statement on,
 * so none is told that was not noted.
 */
export async function revealField(
  context: Context,
  objectName: string,
  id: string,
  name: string,
): Promise<string | null> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'read');
  if (!object.fields.has(name) || shownField(context.registry, object, name, context.actor) === undefined)
    throw new Refusal('invalid', [{ field: name.slice(0, 100), code: 'unknownField' }]);
  const sealed = object.fields.get(name)?.sealed === true;
  if (!sealed && fieldRight(object, name, context.actor) !== 'masked')
    throw new Refusal('invalid', [{ field: name, code: 'notMasked' }]);
  const statement = plans.get(context, `${objectName} ${name}`, () => {
    const scope = new Scope(context, object, 't', true);
    const readable = scope.condition('read');
    return compileStatement(sql`with w as (select t.id, ${scope.read(name)} as value from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable}),
      e as (${appendEvents(context, object.name, 'w', 'one')})
      select w.value, ${sealed ? keyOf(context, 'w.value') : raw('null')} from w`);
  });
  const event = { record: knownId(id), version: 0, kind: 'revealed', changes: { [name]: [null, null] } };
  const [row] = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { id: knownId(id), events: inputText([event]) })),
  );
  if (row === undefined) throw new Refusal('notFound');
  return sealed ? openSealed(context.workspace.seal, row[0], row[1]) : (row[0] ?? null);
}

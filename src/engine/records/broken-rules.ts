import { holds } from '#kernel/expression/evaluate.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { Complaint } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import type { CompanyRule } from '#kernel/run-time/rule.ts';
import { argument, type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf, callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { PlanCache } from './plan-cache.ts';
import type { Values } from './record-values.ts';
import { Scope } from './scope.ts';

/** The company's own rules that a record breaks as it would be written, each in its own words. */
export async function brokenRules(
  context: Context,
  object: ObjectModel,
  after: Values,
): Promise<readonly Complaint[]> {
  const { rules = [] } = object;
  if (rules.length === 0) return [];
  const { actor, ...caller } = callerOf(context);
  const beyond = await valuesBeyond(context, object, rules, after);
  const around = {
    ...caller,
    actor: actor ?? '',
    value: (path: string) => (path.includes('.') ? beyond[path] : after[path]) ?? null,
    kind: (path: string) => valueKind(resolvePath(context.registry, object, path)?.field ?? { type: 'text' }),
  };
  return rules.filter(({ when }) => holds(when, around)).map(brokenRule);
}

/** What a rule says to who breaks it, in the words of each language. */
export function brokenRule({ name, field, zh, en }: Omit<CompanyRule, 'when' | 'beyond'>): Complaint {
  return { field, code: 'companyRule', parameters: { rule: name, 'said.en': en, 'said.zh-CN': zh } };
}

const plans = new PlanCache<Statement>();

/** What rules read in the records that this one refers to, whoever may see those: one statement, none where they read none. */
async function valuesBeyond(
  context: Context,
  object: ObjectModel,
  rules: readonly CompanyRule[],
  after: Values,
): Promise<Values> {
  const paths = [...new Set(rules.flatMap(({ beyond }) => beyond))];
  const byReference = Map.groupBy(paths, (path) => path.slice(0, path.indexOf('.')));
  const followed = [...byReference].filter(([name]) => typeof after[name] === 'string');
  if (followed.length === 0) return {};
  const whoever = {
    ...context,
    actor: { ...context.actor, unlimited: true, reason: 'the rules of the company' },
  };
  const names = followed.map(([name]) => name).join();
  const statement = plans.get(whoever, `${object.name}!${names}`, () =>
    compileStatement(
      sql`select json_build_object(${join(
        followed.map(([name, own]) => sql`${raw(`'${name}'`)}, ${readAt(whoever, object, name, own)}`),
        ', ',
      )})`,
    ),
  );
  const ids = Object.fromEntries(followed.map(([name]) => [name, after[name]]));
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(whoever, ids)));
  const read = JSON.parse(row?.[0] ?? '{}') as Readonly<Record<string, Values | null>>;
  return Object.fromEntries(
    followed.flatMap(([name, own]) => own.map((path) => [path, read[name]?.[path] ?? null])),
  );
}

function readAt(context: Context, object: ObjectModel, name: string, paths: readonly string[]): Fragment {
  const { target } = object.allFields.get(name) ?? {};
  const other = objectNamed(context.registry, target ?? context.registry.people);
  const scope = new Scope(context, other, `${name}_b`.toLowerCase());
  const values = paths.map((path) => sql`${raw(`'${path}'`)}, ${scope.read(path.slice(name.length + 1))}`);
  const readable = scope.condition('read');
  return sql`(select json_build_object(${join(values, ', ')}) from ${scope.table()} ${raw(scope.alias)}${scope.joins()} where ${raw(scope.alias)}.id = ${argument(name)}::uuid and ${readable})`;
}

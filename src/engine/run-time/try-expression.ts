import type { Expression } from '#kernel/expression/expression.ts';
import { complaintOf, ExpressionFault } from '#kernel/expression/text/expression-fault.ts';
import { type Meaning, meaningOf } from '#kernel/expression/text/meaning-of.ts';
import { printExpression } from '#kernel/expression/text/print-expression.ts';
import { type Field, type FieldTypeName, field } from '#kernel/field/field.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { isWithin, mostComputed } from '#kernel/run-time/computed-size.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { Scope } from '../records/scope.ts';
import { argument, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

/** An expression that somebody is writing. */
export interface Trial {
  readonly object: string;
  readonly expression: string;
  /** The field that it is of, which it cannot read. */
  readonly name?: string;
  readonly scale?: number;
  readonly wanted?: FieldTypeName;
  /** The record on which it is tried; the newest when none is told. */
  readonly sample?: string;
}

/** What it yields, or what is wrong with it, and its value for one record when there is any. */
export interface Tried {
  readonly result?: FieldTypeName;
  readonly fault?: Complaint;
  readonly sample?: { readonly id: string; readonly name: string; readonly value: unknown };
}

/** Says what an expression means while it is being written, and what it is for a record. Nothing is kept of it. */
export async function tryExpression(context: Context, trial: Trial): Promise<Tried> {
  const object = context.registry.objects.get(trial.object);
  if (object === undefined) throw new Refusal('invalid', [{ field: 'object', code: 'noSuchObject' }]);
  const { expression, name, wanted } = trial;
  try {
    const meaning = meaningOf(
      expression,
      (path) => (path === name ? undefined : resolvePath(context.registry, object, path)?.field),
      wanted,
    );
    if (!isWithin(context.registry, object, meaning, mostComputed))
      return { fault: { field: 'expression', code: 'expressionComputesTooMuch' } };
    return { result: meaning.result, ...(await sampleOf(context, object, meaning, trial)) };
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    return { fault: complaintOf(error, expression, 'expression') };
  }
}

/** How the field is called on which an expression is tried: no field is, as the mark of added ones is missing. */
const tried = 'tried_';

async function sampleOf(
  context: Context,
  object: ObjectModel,
  { result, expression }: Meaning,
  { scale = 2, sample }: Trial,
): Promise<Pick<Tried, 'sample'>> {
  const made = field('formula', { result, expression, scale, readOnly: true });
  const fields = new Map([...object.fields, [tried, made]]);
  const own = { ...object, fields, allFields: new Map([...object.allFields, [tried, made]]) };
  const registry = {
    ...context.registry,
    objects: new Map([...context.registry.objects, [object.name, own]]),
  };
  const scope = new Scope({ ...context, registry }, own, 't');
  const parts = [scope.read(own.declaration.nameField), scope.read(tried), scope.condition('read')] as const;
  const which = sample === undefined ? raw('') : sql` and t.id = ${argument('id')}::uuid`;
  const statement = compileStatement(
    sql`select json_build_object('id', t.id, 'name', ${parts[0]}, 'value', ${parts[1]}) from ${scope.table()} t${scope.joins()} where ${parts[2]}${which} order by t."createdAt" desc nulls last, t.id desc limit 1`,
  );
  const values = sample === undefined ? {} : { id: knownId(sample) };
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(context, values)));
  return row?.[0] ? { sample: JSON.parse(row[0]) } : {};
}

/** The formulas of an object that come with the product, as text. */
export function formulasOf(context: Context, name: string): Readonly<Record<string, string>> {
  const fields = context.registry.objects.get(name)?.fields ?? new Map<string, Field>();
  return Object.fromEntries(
    [...fields].flatMap(([own, { type, expression, added }]) => {
      if (type !== 'formula' || added === true) return [];
      const text = asText(expression as Expression);
      return text === undefined ? [] : [[own, text] as const];
    }),
  );
}

/** Undefined for what the language of people has no words for. */
function asText(expression: Expression): string | undefined {
  try {
    return printExpression(expression);
  } catch {
    return undefined;
  }
}

import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { bind, type Statement } from '../sql/statement.ts';
import { bindingOf, callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { changesOf } from './event-rows.ts';
import { amountOf, inputText } from './input-rows.ts';
import { PlanCache } from './plan-cache.ts';
import type { Stored } from './read-for-update.ts';
import type { Values } from './record-values.ts';
import { runShared, type SharedStatement } from './shared-statement.ts';
import { type Answer, updateAllStatement, updateEachStatement } from './update-statement.ts';
import { type Parts, partsOf, writtenRow } from './written-rows.ts';

/** What to write of one record that has passed every rule. */
export interface DecidedUpdate {
  readonly id: string;
  readonly before: Stored;
  readonly after: Values;
}

/** References that lead nowhere, by which nothing was written; else the answer, if anything was. */
export interface UpdateOutcome {
  readonly bad: readonly { readonly n: number; readonly field: string }[];
  readonly answer: string | undefined;
}

const plans = new PlanCache<Statement>();

/**
 * One statement for records of which the same fields change: check references, write those still at the version read,
 * append to the log.
 */
export async function runUpdate(
  context: Context,
  object: ObjectModel,
  changed: readonly string[],
  updates: readonly DecidedUpdate[],
  answer: Answer,
): Promise<UpdateOutcome> {
  const parts = partsOf(object, changed);
  const amount = amountOf(updates);
  const statement = plans.get(context, `${object.name}:${amount}:${answer}:${changed.join()}`, () =>
    updateAllStatement(context, object, parts, amount, answer),
  );
  const rows = updates.map((update, n) => ({ n, ...rowOf(context, object, parts, changed, update) }));
  const binding = bindingOf(context, { rows: inputText(rows) });
  const [result] = await context.database.run(statement.text, bind(statement, binding));
  return outcomeOf(result?.[0], result?.[1]);
}

const sharedPlans = new PlanCache<SharedStatement>();

/** Writes one record, in one statement with others of which the same fields are changed at this moment. */
export async function runSharedUpdate(
  context: Context,
  object: ObjectModel,
  changed: readonly string[],
  update: DecidedUpdate,
): Promise<UpdateOutcome> {
  const parts = partsOf(object, changed);
  const statement = sharedPlans.get(context, `${object.name}:${changed.join()}`, () =>
    updateEachStatement(context, object, parts),
  );
  const result = await runShared(context, statement, rowOf(context, object, parts, changed, update));
  return outcomeOf(result?.[1], result?.[2]);
}

/** Refuses references that lead nowhere. */
export function refuseBroken(bad: UpdateOutcome['bad']): void {
  if (bad.length === 0) return;
  throw new Refusal(
    'invalid',
    bad.map(({ field }) => ({ field, code: 'noSuchRecord' })),
  );
}

function rowOf(
  context: Context,
  object: ObjectModel,
  parts: Parts,
  changed: readonly string[],
  { id, before, after }: DecidedUpdate,
) {
  const { now: at, actor: by, impersonator: through } = callerOf(context);
  const changes = changesOf(before, after, changed);
  const entry = { version: before.version + 1, kind: context.verb ?? 'updated', changes, at, by, through };
  return { id, ...writtenRow(object, parts, after, entry) };
}

function outcomeOf(bad: string | null | undefined, answer: string | null | undefined): UpdateOutcome {
  return { bad: JSON.parse(bad ?? '[]'), answer: answer ?? undefined };
}

import type { Outcome } from '#kernel/action.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { KeptAnswer, KeptAnswers, OfferedTimes } from '#kernel/public-form.ts';
import { carryOut } from '../actions/carry-out.ts';
import type { Context } from '../records/context.ts';
import { decisionFor } from '../records/decision.ts';
import { knownId } from '../records/read.ts';
import { findForm } from './open-form.ts';
import { timeIn } from './receive-answer.ts';

/** An answer as whoever gave it finds it again, with the times to which he can move it. */
export interface FoundAnswer extends KeptAnswer {
  readonly times?: OfferedTimes;
}

interface Kept {
  readonly form: { readonly id: string };
  readonly kept: KeptAnswers;
}

/** What has become of an answer. A form that is closed or deleted still has those that were given. */
export async function findAnswer(context: Context, form: string, answer: string): Promise<FoundAnswer> {
  const found = await keptBy(context, form);
  const decision = decisionFor(context);
  const shown = await found.kept.show(found.form as never, knownId(answer), decision);
  if (shown === undefined) throw new Refusal('notFound');
  if (shown.state !== 'stands') return shown;
  return { ...shown, times: await found.kept.times(found.form as never, answer, decision) };
}

/** Moves an answer to another time, or takes it back, as whoever gave it wants: `{"time": …}` or `{"withdraw": true}`. */
export async function changeAnswer(
  context: Context,
  form: string,
  answer: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const found = await keptBy(context, form);
  const complaints: Complaint[] = [];
  const withdraws = body.withdraw === true;
  const time = withdraws ? null : timeIn(body, complaints);
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  await context.database.transaction(async (database) => {
    const inside: Context = { ...context, database, verb: 'publicForm' };
    const decision = decisionFor(inside);
    const outcome: Outcome = await (time === null
      ? found.kept.withdraw(found.form as never, knownId(answer), decision)
      : found.kept.move(found.form as never, knownId(answer), time, decision));
    await carryOut(inside, outcome.changes);
  });
}

async function keptBy(context: Context, id: string): Promise<Kept> {
  const found = (await findForm(context, id)) ?? (await findForm(context, id, true));
  const kept = found?.declaration.kept;
  if (found === undefined || kept === undefined) throw new Refusal('notFound');
  return { form: found.record, kept };
}

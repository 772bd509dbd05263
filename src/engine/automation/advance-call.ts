import type { Call } from '#kernel/automation.ts';
import type { Complaint } from '#kernel/problem.ts';
import { updateRecord } from '../records/update.ts';
import { type CallState, callState, queueCall } from '../webhooks/call-webhook.ts';
import type { Run, Working } from './run.ts';
import type { Subject } from './step-values.ts';

/** Why a run waits that has called a program. */
export const awaitsAnswer = 'answer';

/**
 * Calls a program, waits until its webhook has told it or given up, and puts what it answered into the record. A run that is
 * tried again calls anew where the call has failed.
 */
export async function advanceCall(
  context: Working,
  run: Pick<Run, 'id' | 'automation' | 'reason'>,
  step: string,
  { object, id }: Subject,
  { webhook, fields, fills = {} }: Call,
): Promise<'waiting' | 'done' | readonly Complaint[]> {
  const called = await callState(context, { run: run.id, step });
  if (called?.state === 'waiting') return 'waiting';
  const { state, given } = called ?? {};
  // What was asked for may have been mended since: then it is asked anew.
  if (state === 'done' && Object.values(fills).every((path) => Object.hasOwn(given ?? {}, path))) {
    const told = Object.entries(fills).map(([name, path]) => [name, given?.[path] ?? null]);
    // What the program did not tell stays as it is.
    const values = Object.fromEntries(told.filter(([, value]) => value !== null));
    if (Object.keys(values).length > 0) await updateRecord(context, object, id, values);
    return 'done';
  }
  if (called !== undefined && state !== 'done' && run.reason === awaitsAnswer) return [whyNot(called)];
  await queueCall(context, {
    ...{ webhook, run: run.id, step, object, record: id, fields, automation: run.automation },
    takes: [...new Set(Object.values(fills))],
  });
  return 'waiting';
}

function whyNot({ reason, status, answer }: CallState): Complaint {
  if (status !== null)
    return {
      field: '',
      code: 'programAnswered',
      parameters: { status, answer: (answer ?? '').slice(0, 200) },
    };
  const sent = reason === 'noAnswer' || reason === 'unreachable' || reason === 'internal';
  return { field: '', code: sent ? 'programNotReached' : 'programNotTold' };
}

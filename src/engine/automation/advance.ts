import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { placedSteps } from '#kernel/step-places.ts';
import { asSystem } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import { advanceCall, awaitsAnswer } from './advance-call.ts';
import { doStep } from './do-step.ts';
import { advanceLoop } from './loop/advance-loop.ts';
import { resting, withoutAutomation } from './resting.ts';
import { type Run, runColumns, runOf, runTable, type Working } from './run.ts';
import { type Outcome, settle } from './settle-run.ts';
import { unmetParts } from './unmet-parts.ts';

/** Attempts at one step, the pauses between them doubling from a second. */
const mostAttempts = 6;

/** Seconds after which a run looks for itself what became of its call: it is woken when that has ended. */
const callPatience = 600;

/** A loop counts as three automations in a row, so that not more than two of them set each other off. */
const loopWeighs = 2;

/**
 * Does the next step of the run that has waited longest. The step and the place reached commit together; a step that
 * fails leaves nothing behind and is tried again, at last the run ends as failed with its reason. Returns whether
 * there was anything to do.
 */
export async function advance(context: Working): Promise<boolean> {
  const table = runTable(context.workspace.schema);
  const now = formatInstant(context.now);
  let failed: { readonly run: Run; readonly error: unknown } | undefined;
  const worked = await context.database
    .transaction(async (database) => {
      const [row] = await database.run(
        `select ${runColumns} from ${table}
         where state = 'waiting' and wake <= $1::timestamptz and automation <> all($2::text[]) order by wake, id limit 1 for update skip locked`,
        [now, resting(context)],
      );
      if (row === undefined) return false;
      const run = runOf(row);
      try {
        const outcome = await tracedJob(`automation ${run.automation}`, () =>
          stepOf({ ...context, database }, run),
        );
        await settle(database, context.workspace.schema, run, outcome, now);
      } catch (error) {
        failed = { run, error };
        throw error;
      }
      return true;
    })
    .catch((error: unknown) => {
      if (failed === undefined) throw error;
      return true;
    });
  if (failed !== undefined) await postpone(context, failed.run, failed.error);
  return worked;
}

/** Does the step that is next. */
async function stepOf(context: Working, run: Run): Promise<Outcome> {
  const automation = context.registry.automations.find(({ name }) => name === run.automation);
  if (automation === undefined) return withoutAutomation(context, run.automation);
  const { when } = automation;
  const steps = placedSteps(automation.steps);
  const place = run.key === null ? run.step : steps.findIndex(({ step }) => step.key === run.key);
  const placed = steps[place];
  if (placed === undefined)
    return run.key === null ? { ends: 'done' } : { ends: 'skipped', reason: 'stepGone' };
  const acting: Working = {
    ...context,
    actor: {
      ...asSystem(`automation ${run.automation}`),
      id: run.actor,
      timeZone: context.workspace.timeZone,
    },
    verb: run.automation,
  };
  const subject = { object: run.object, id: run.record, deleted: when.on === 'deleted' };
  const { step, next, otherwise = next } = placed;
  const goOn = (to: number) => ({ place: to, next: steps[to]?.step });
  const at = step.key ?? String(place);
  if (step.do === 'forEach') {
    const came = await advanceLoop(acting, run, at, subject, step);
    if (came === 'failed') return { ends: 'failed', reason: 'rounds', weighs: loopWeighs };
    return { wait: 0, weighs: loopWeighs, ...goOn(came === 'more' ? place : next) };
  }
  if (step.do === 'call') {
    const came = await advanceCall(acting, run, at, subject, step);
    if (came === 'waiting') return { again: callPatience, reason: awaitsAnswer };
    return came === 'done'
      ? { wait: 0, ...goOn(next) }
      : { ends: 'failed', reason: 'call', complaints: came };
  }
  if (step.do !== 'branch') {
    const { wait = 0 } = await doStep(acting, { run: run.id, at }, subject, step);
    return { wait, ...goOn(next) };
  }
  const unmet = await unmetParts(acting, subject, step.where);
  const way = unmet.length === 0 ? 'met' : 'otherwise';
  const took = { step: step.key ?? place, way, unmet } as const;
  return { wait: 0, took, ...goOn(way === 'met' ? next : otherwise) };
}

/** A record that is gone ends the run; a refusal will not change by waiting; anything else is tried again. */
async function postpone(context: Context, run: Run, error: unknown): Promise<void> {
  const table = runTable(context.workspace.schema);
  const refused = error instanceof Refusal && error.kind !== 'conflict';
  const ends = refused || run.attempts + 1 >= mostAttempts;
  const reason = error instanceof Error ? error.message : String(error);
  await context.database.run(
    `update ${table} set attempts = attempts + 1, reason = $2, complaints = $6::jsonb, state = case when $3 then 'failed' else state end,
       ended = case when $3 then $4::timestamptz end, wake = $4::timestamptz + make_interval(secs => $5) where id = $1 and state = 'waiting'`,
    [
      ...[run.id, reason.slice(0, 2000), ends, formatInstant(context.now), 2 ** run.attempts],
      error instanceof Refusal ? JSON.stringify(error.complaints) : null,
    ],
  );
}

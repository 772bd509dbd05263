import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { asSystem } from '../access/actor.ts';
import type { Row } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import { doStep } from './do-step.ts';
import { type Run, runTable, type Working } from './run.ts';

/** Attempts at one step, the pauses between them doubling from a second. */
const mostAttempts = 6;

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
        `select id, automation, object, record, actor, step, attempts from ${table}
         where state = 'waiting' and wake <= $1::timestamptz and automation <> all($2::text[]) order by wake, id limit 1 for update skip locked`,
        [now, resting(context)],
      );
      if (row === undefined) return false;
      const run = runOf(row);
      try {
        const wait = await tracedJob(`automation ${run.automation}`, () =>
          stepOf({ ...context, database }, run),
        );
        await database.run(
          wait === undefined
            ? `update ${table} set state = 'done', ended = $2::timestamptz where id = $1`
            : `update ${table} set step = step + 1, attempts = 0, wake = $2::timestamptz + make_interval(secs => $3) where id = $1`,
          wait === undefined ? [run.id, now] : [run.id, now, wait],
        );
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

/** Those of modules that are switched off: they go on when the module is on again. */
function resting({ registry }: Context): readonly string[] {
  if (registry.whole === undefined) return [];
  const working = new Set(registry.automations.map(({ name }) => name));
  return registry.whole.automations.map(({ name }) => name).filter((name) => !working.has(name));
}

/** Does the step; undefined when the run has no further one. */
async function stepOf(context: Working, run: Run): Promise<number | undefined> {
  const automation = context.registry.automations.find(({ name }) => name === run.automation);
  const step = automation?.steps[run.step];
  if (step === undefined) return undefined;
  const acting: Working = {
    ...context,
    actor: {
      ...asSystem(`automation ${run.automation}`),
      id: run.actor,
      timeZone: context.workspace.timeZone,
    },
    verb: run.automation,
  };
  return doStep(acting, run, step);
}

/** A record that is gone ends the run; a refusal will not change by waiting; anything else is tried again. */
async function postpone(context: Context, run: Run, error: unknown): Promise<void> {
  const table = runTable(context.workspace.schema);
  const refused = error instanceof Refusal && error.kind !== 'conflict';
  const ends = refused || run.attempts + 1 >= mostAttempts;
  const reason = error instanceof Error ? error.message : String(error);
  await context.database.run(
    `update ${table} set attempts = attempts + 1, reason = $2, state = case when $3 then 'failed' else state end,
       ended = case when $3 then $4::timestamptz end, wake = $4::timestamptz + make_interval(secs => $5) where id = $1 and state = 'waiting'`,
    [run.id, reason.slice(0, 2000), ends, formatInstant(context.now), 2 ** run.attempts],
  );
}

function runOf([id, automation, object, record, actor, step, attempts]: Row): Run {
  return {
    id: id as string,
    automation: automation as string,
    object: object as string,
    record: record as string,
    actor: actor as string | null,
    step: Number(step),
    attempts: Number(attempts),
  };
}

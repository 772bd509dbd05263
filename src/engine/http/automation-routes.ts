import type { FastifyInstance } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { mostRounds } from '#kernel/run-time/automation-shapes.ts';
import {
  type ListedRound,
  listRounds,
  listRuns,
  namesInRounds,
  namesInRuns,
  retryRun,
} from '../automation/list-runs.ts';
import type { TriedStep } from '../automation/trial/tried-steps.ts';
import { tryAutomation } from '../automation/trial/try-automation.ts';
import type { Context } from '../records/context.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { automationTrialOf } from './automation-trial-of.ts';
import { problemOf } from './problem.ts';
import { stateAsked } from './state-asked.ts';
import { problemText } from './texts.ts';

const states = ['waiting', 'done', 'skipped', 'failed'];

/** What automations did and do, another try for those that failed, and what one would do that is being drawn; for administrators. */
export function automationRoutes(
  app: FastifyInstance,
  contextOf: ContextOf,
  mail: MailSender | undefined,
): void {
  app.get('/api/automation-runs', async (request) => {
    const state = stateAsked(request, states);
    const { automation } = request.query as { automation?: unknown };
    const context = await unlimitedContext(request, contextOf);
    const asked = typeof automation === 'string' ? automation : undefined;
    const runs = await listRuns(context, { state, automation: asked });
    if (asked === undefined) return { runs };
    const names = await namesInRuns(context, runs);
    const failures = runs.flatMap(({ loops }) => loops.flatMap((loop) => loop.failures));
    const namesWithin = await namesInRounds(context, failures);
    return {
      runs: runs.map(({ complaints, loops, ...run }) => ({
        ...run,
        called: names.get(run.record) ?? null,
        loops: loops.map((loop) => ({
          ...loop,
          failures: loop.failures.map((round) => roundInWords(context, round, namesWithin)),
        })),
        ...(complaints !== null && { errors: inWords(context, complaints) }),
      })),
    };
  });

  app.get('/api/automation-runs/:id/rounds', async (request) => {
    const { step, offset } = request.query as { step?: unknown; offset?: unknown };
    const from = offset === undefined ? 0 : Number(offset);
    const complaints: Complaint[] = [];
    if (typeof step !== 'string') complaints.push({ field: 'step', code: 'required' });
    if (!Number.isInteger(from) || from < 0 || from > mostRounds)
      complaints.push({ field: 'offset', code: 'outOfRange', parameters: { least: 0, most: mostRounds } });
    if (complaints.length > 0) throw new Refusal('invalid', complaints);
    const context = await unlimitedContext(request, contextOf);
    const { id } = request.params as { id: string };
    const { rounds, more } = await listRounds(context, id, String(step), from);
    const names = await namesInRounds(context, rounds);
    return { rounds: rounds.map((round) => roundInWords(context, round, names)), more };
  });

  app.post('/api/automations/trial', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    const tried = await tryAutomation({ ...context, ...(mail && { mail }) }, automationTrialOf(request.body));
    return { ...tried, steps: tried.steps.map((step) => triedInWords(context, step)) };
  });

  app.post('/api/automation-runs/:id/retry', async (request, reply) => {
    const context = await unlimitedContext(request, contextOf);
    await retryRun(context, (request.params as { id: string }).id, formatInstant(context.now));
    return reply.code(204).send();
  });
}

function roundInWords(
  context: Context,
  { complaints, ...round }: ListedRound,
  names: ReadonlyMap<string, string>,
) {
  return {
    ...round,
    called: names.get(round.record) ?? null,
    ...(complaints !== null && { errors: inWords(context, complaints) }),
  };
}

function triedInWords(context: Context, { complaints, loop, ...step }: TriedStep): object {
  return {
    ...step,
    ...(loop && {
      loop: {
        ...loop,
        rounds: loop.rounds.map(({ name, steps }) => ({
          name,
          steps: steps.map((one) => triedInWords(context, one)),
        })),
        refused: loop.refused.map(({ name, complaints: of }) => ({ name, errors: inWords(context, of) })),
      },
    }),
    ...(complaints && { errors: inWords(context, complaints) }),
  };
}

function inWords({ actor, registry }: Context, complaints: readonly Complaint[]) {
  return problemOf(new Refusal('invalid', complaints), (code, parameters) =>
    problemText(actor.locale, code, parameters, registry.modules),
  ).errors;
}

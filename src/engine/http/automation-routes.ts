import type { FastifyInstance } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { listRuns, namesInRuns, retryRun } from '../automation/list-runs.ts';
import { tryAutomation } from '../automation/try-automation.ts';
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
    return {
      runs: runs.map(({ complaints, ...run }) => ({
        ...run,
        called: names.get(run.record) ?? null,
        ...(complaints !== null && { errors: inWords(context, complaints) }),
      })),
    };
  });

  app.post('/api/automations/trial', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    const tried = await tryAutomation({ ...context, ...(mail && { mail }) }, automationTrialOf(request.body));
    return {
      ...tried,
      steps: tried.steps.map(({ complaints, ...step }) => ({
        ...step,
        ...(complaints && { errors: inWords(context, complaints) }),
      })),
    };
  });

  app.post('/api/automation-runs/:id/retry', async (request, reply) => {
    const context = await unlimitedContext(request, contextOf);
    await retryRun(context, (request.params as { id: string }).id, formatInstant(context.now));
    return reply.code(204).send();
  });
}

function inWords({ actor, registry }: Context, complaints: readonly Complaint[]) {
  return problemOf(new Refusal('invalid', complaints), (code, parameters) =>
    problemText(actor.locale, code, parameters, registry.modules),
  ).errors;
}

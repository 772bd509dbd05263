import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Complaint, Refusal, Unacceptable } from '#kernel/problem.ts';
import { parseLocale, parseTimeZone } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { updateRecord } from '../records/update.ts';
import { bodyOf } from './body.ts';

type ContextOf = (request: FastifyRequest) => Promise<Context>;

/** What everybody decides about himself, whatever his roles may do with people's records. */
const own: Readonly<Record<string, (input: unknown) => unknown>> = {
  locale: parseLocale,
  timeZone: parseTimeZone,
  // What is in it is read where every door leads.
  workingTime: (input) => input,
};

/** `/api/me`: the caller's own name, language, time zone and working time. */
export function meRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  app.get('/api/me', async (request) => me(await contextOf(request)));

  app.patch('/api/me', async (request) => {
    const context = await contextOf(request);
    const { version: _, ...given } = bodyOf(request);
    if (
      'workingTime' in given &&
      context.workspace.workingTime?.ownHours === false &&
      !context.actor.unlimited
    )
      throw new Refusal('forbidden', [{ field: 'workingTime', code: 'hoursOfCompany' }]);
    await updateRecord(asOwner(context), context.registry.people, context.actor.id ?? '', chosen(given));
    return me(context);
  });
}

/** The caller as the owner of his own record: the log still names him. */
function asOwner(context: Context): Context {
  return { ...context, actor: { ...context.actor, unlimited: true } };
}

async function me(context: Context): Promise<object> {
  const { registry, actor } = context;
  const fields = ['name', 'email', ...Object.keys(own)];
  const text = await readRecord(asOwner(context), registry.people, actor.id ?? '', fields);
  const { version: _, ...person } = JSON.parse(text);
  return { ...person, roles: actor.roles, administrator: actor.unlimited };
}

function chosen(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const complaints: Complaint[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(given)) {
    const parse = Object.hasOwn(own, name) ? own[name] : undefined;
    try {
      if (parse === undefined) throw new Unacceptable('unknownField');
      values[name] = parse(input);
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      complaints.push({ field: name.slice(0, 100), code: error.code, parameters: error.parameters });
    }
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return values;
}

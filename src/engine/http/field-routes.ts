import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import { withLikenesses } from '#kernel/run-time/company-likeness.ts';
import { withAutomations } from '#kernel/run-time/with-automations.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import { withObjects } from '#kernel/run-time/with-objects.ts';
import { withRules } from '#kernel/run-time/with-rules.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { choiceConsequencesOf } from '../run-time/choice-consequences.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import { consequencesOf } from '../run-time/consequences.ts';
import { eraseField } from '../run-time/erase-field.ts';
import { readAutomations } from '../run-time/read-automations.ts';
import {
  inForce,
  readDefinitions,
  readObjects,
  type StoredDefinition,
} from '../run-time/read-definitions.ts';
import { readLikenesses, readRules } from '../run-time/read-rules.ts';
import { readTypes } from '../run-time/read-types.ts';
import { rulesNotKept } from '../run-time/rules-not-kept.ts';
import { formulasOf, tryExpression } from '../run-time/try-expression.ts';
import { unlimitedContext } from './administrator-context.ts';
import { problemOf } from './problem.ts';
import { problemText } from './texts.ts';
import { trialOf } from './trial-of.ts';

type Request = FastifyRequest<{ Params: { id: string } }>;
type ChoicesAsked = FastifyRequest<{ Querystring: { object?: string; field?: string; choices?: string } }>;

/**
 * `/api/fields/…`: what administrators ask about added fields beyond their records: which do not fit any more and why,
 * what hangs on one or on choices of one, and its deletion for good.
 */
export function fieldRoutes(
  app: FastifyInstance,
  base: Registry,
  registries: CompanyRegistries,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const administrator = (request: FastifyRequest) => unlimitedContext(request, contextOf);
  const definitionOf = async ({ database, workspace }: Context, id: string): Promise<StoredDefinition> => {
    const all = await readDefinitions(database, base, workspace.schema);
    const found = all.find((definition) => definition.id === knownId(id));
    if (found === undefined) throw new Refusal('notFound');
    return found;
  };

  app.get('/api/fields/faults', async (request) => {
    const { database, workspace, actor } = await administrator(request);
    const { schema } = workspace;
    const objects = await readObjects(database, base, schema);
    // Fields of an object that is put away are put away with it.
    const away = new Set(objects.filter(({ deletedAt }) => deletedAt !== null).map(({ name }) => name));
    const { registry, faults } = withDefinitions(
      withObjects(base, inForce(objects)).registry,
      inForce(await readDefinitions(database, base, schema)).filter(({ object }) => !away.has(object)),
      await readTypes(database, base, schema),
    );
    const definitions = await readRules(database, base, schema);
    const rules = withRules(registry, definitions);
    const { faults: unlike } = withLikenesses(registry, await readLikenesses(database, base, schema));
    const drawn = (await readAutomations(database, base, schema)).filter(
      ({ deletedAt }) => deletedAt === null,
    );
    const { faults: resting } = withAutomations(rules.registry, drawn);
    const lost = await rulesNotKept({ database, registry: rules.registry, schema }, definitions);
    return {
      faults: [...faults, ...rules.faults, ...unlike, ...resting, ...lost].map(([id, complaints]) => ({
        id,
        errors: problemOf(new Refusal('invalid', complaints), (code, parameters) =>
          problemText(actor.locale, code, parameters, base.modules),
        ).errors,
      })),
    };
  });

  app.get('/api/fields/formulas', async (request: FastifyRequest<{ Querystring: { object?: string } }>) => {
    const context = await administrator(request);
    return { formulas: formulasOf(context, String(request.query.object)) };
  });

  app.get('/api/fields/likenesses', async (request: FastifyRequest<{ Querystring: { object?: string } }>) => {
    const { registry } = await administrator(request);
    const object = registry.objects.get(String(request.query.object));
    return { likenesses: object?.declaration.duplicates ?? [] };
  });

  app.post('/api/fields/trial', async (request) => {
    const context = await administrator(request);
    const { fault, ...tried } = await tryExpression(context, trialOf(request.body));
    if (fault === undefined) return tried;
    const { code, parameters = {} } = fault;
    const message = problemText(context.actor.locale, code, parameters, base.modules);
    return { fault: { code, message, from: 0, to: 0, ...parameters } };
  });

  app.get('/api/fields/:id/consequences', async (request: Request) => {
    const context = await administrator(request);
    return consequencesOf(context, base, await definitionOf(context, request.params.id));
  });

  app.get('/api/choices/consequences', async (request: ChoicesAsked) => {
    const context = await administrator(request);
    const { object, field, choices } = request.query;
    const asked = String(choices ?? '')
      .split(',')
      .filter((choice) => choice !== '');
    if (asked.length === 0) throw new Refusal('invalid', [{ field: 'choices', code: 'required' }]);
    return choiceConsequencesOf(context, String(object), String(field), asked);
  });

  app.delete('/api/fields/:id', async (request: Request, reply) => {
    const context = await administrator(request);
    await eraseField(context, registries.owner, base, await definitionOf(context, request.params.id));
    registries.renew(context.workspace.schema).catch(() => undefined);
    await registries.of(context.workspace.schema);
    return reply.code(204).send();
  });
}

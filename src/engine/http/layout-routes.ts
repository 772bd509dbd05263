import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { objectMetaOf } from './meta.ts';

type Request = FastifyRequest<{
  Params: { object: string };
  Querystring: { person?: unknown; type?: unknown };
}>;

/** `/api/layouts/…`: for administrators who lay out the page of an object, how it is declared and how others see it. */
export function layoutRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  app.get('/api/layouts/:object', async (request: Request) => {
    const context = await unlimitedContext(request, contextOf);
    const object = context.registry.objects.get(request.params.object);
    if (object === undefined) throw new Refusal('notFound');
    const { layouts: _, ...declared } = object;
    return {
      declared: objectMetaOf(context, declared).page,
      seen: await pageSeen(context, object, request.query),
    };
  });
}

/** The page of an object's records of a type as a person sees it, in the language of whoever asks. */
async function pageSeen(context: Context, object: ObjectModel, { person, type }: Request['query']) {
  const { database, registry, workspace, actor } = context;
  if (person !== undefined && typeof person !== 'string')
    throw new Refusal('invalid', [{ field: 'person', code: 'notAnId' }]);
  const other =
    person === undefined ? actor : await loadActor(database, registry, workspace.schema, knownId(person));
  if (other === undefined) throw new Refusal('invalid', [{ field: 'person', code: 'noSuchRecord' }]);
  const meta = objectMetaOf({ ...context, actor: { ...other, locale: actor.locale } }, object);
  return meta.types?.find(({ value }) => value === type)?.page ?? meta.page;
}

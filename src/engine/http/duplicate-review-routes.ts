import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { mayEver } from '../access/rights.ts';
import { type DuplicateLook, endLook, queueLooks, readLooks } from '../duplicates/review/duplicate-look.ts';
import { foreseeMerges } from '../duplicates/review/groups.ts';
import { judgePair } from '../duplicates/review/judge-pair.ts';
import { countPairs, listPairs, type PairChoice } from '../duplicates/review/list-pairs.ts';
import { mustMerge } from '../duplicates/review/must-merge.ts';
import { comparedObjects } from '../duplicates/review/serve-looks.ts';
import type { Context } from '../records/context.ts';
import { bodyOf } from './body.ts';
import { problemText } from './texts.ts';

type Request = FastifyRequest<{ Params: { object: string }; Querystring: Record<string, string> }>;

/** `/api/duplicates`: the pairs that the look over all records found, and what people say of them. */
export function duplicateReviewRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  wake: () => void,
): void {
  /** The caller, who may merge records of this object. */
  const merging = async (request: Request) => {
    const context = await contextOf(request);
    if (!comparedObjects(context.registry).includes(request.params.object)) throw new Refusal('notFound');
    mustMerge(context, request.params.object);
    return context;
  };
  const lookAt = async (context: Context, object: string) =>
    shown(context, object, (await readLooks(context, [object])).get(object));

  app.get('/api/duplicates', async (request) => {
    const context = await contextOf(request);
    const { registry, actor } = context;
    const objects = comparedObjects(registry)
      .map((name) => objectNamed(registry, name))
      .filter((object) =>
        (['update', 'delete'] as const).every((right) => mayEver(registry, object, right, actor)),
      );
    // Before the counts: of a look that has ended by now they have what it found.
    const looks = await readLooks(
      context,
      objects.map(({ name }) => name),
    );
    const counts = await countPairs(context, objects);
    return {
      objects: objects.map(({ name }) => ({
        ...shown(context, name, looks.get(name)),
        count: counts.get(name) ?? 0,
      })),
    };
  });

  app.get('/api/duplicates/:object/pairs', async (request: Request) =>
    listPairs(await merging(request), request.params.object, choiceIn(request.query)),
  );

  app.get('/api/duplicates/:object/merges', async (request: Request) =>
    foreseeMerges(await merging(request), request.params.object, {
      ...choiceIn(request.query),
      different: false,
    }),
  );

  app.post('/api/duplicates/:object/look', async (request: Request) => {
    const context = await merging(request);
    await queueLooks(context, [request.params.object], context.actor.id);
    wake();
    return lookAt(context, request.params.object);
  });

  app.post('/api/duplicates/:object/look/cancel', async (request: Request) => {
    const context = await merging(request);
    await endLook(context, request.params.object, 'cancelled');
    return lookAt(context, request.params.object);
  });

  app.post('/api/duplicates/:object/verdict', async (request: Request) => {
    const context = await merging(request);
    const { records, different } = bodyOf(request);
    const complaints: Complaint[] = [];
    if (!isPair(records)) complaints.push({ field: 'records', code: 'notAList' });
    if (typeof different !== 'boolean') complaints.push({ field: 'different', code: 'notBoolean' });
    if (!isPair(records) || typeof different !== 'boolean') throw new Refusal('invalid', complaints);
    await judgePair(context, request.params.object, records, different);
    return { records, different };
  });
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((id) => typeof id === 'string');
}

function choiceIn({ least, mine, different }: Record<string, string>): PairChoice {
  const score = Number(least ?? 0);
  if (!(score >= 0 && score <= 1))
    throw new Refusal('invalid', [{ field: 'least', code: 'outOfRange', parameters: { least: 0, most: 1 } }]);
  return { least: score, mine: mine === 'true', different: different === 'true' };
}

/** A look as it goes out; who asked for it is nobody's business. */
function shown({ actor, registry }: Context, object: string, look: DuplicateLook | undefined): object {
  if (look === undefined) return { object, state: 'never', done: 0, records: 0, seen: null, problem: null };
  const { asker: _, pairs: __, finishedAt: ___, problem, ...rest } = look;
  return { ...rest, problem: problem && problemText(actor.locale, problem, {}, registry.modules) };
}

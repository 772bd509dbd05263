import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { atOnceLimit, beginBulk } from '../bulk/begin-bulk.ts';
import type { BulkJob, BulkState } from '../bulk/bulk-job.ts';
import { bulkRequest } from '../bulk/bulk-request.ts';
import { listBulk, moveBulk, readBulk, releaseBulk } from '../bulk/bulk-table.ts';
import { failuresOf } from '../bulk/failures.ts';
import { previewBulk } from '../bulk/preview-bulk.ts';
import { doBulk } from '../bulk/serve-bulk.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { Context } from '../records/context.ts';
import { takeExport } from '../safeguards/take-export.ts';
import { bodyOf } from './body.ts';
import { encodedName } from './file-name-header.ts';
import { once } from './idempotency.ts';
import { labelsOf } from './labels.ts';
import { problemText } from './texts.ts';
import { toldOfField } from './told-of-field.ts';

type Request = FastifyRequest<{ Params: { id: string } }>;

const shownFailures = 20;
const failuresAtOnce = 1000;

/** `/api/bulk`: the same done with many records. */
export function bulkRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { wake, report }: { wake(): void; report(error: unknown): void },
): void {
  const never = new AbortController().signal;
  /** What is small enough is done before the answer; the rest waits for its turn. */
  const done = async (context: Context, job: BulkJob): Promise<object> => {
    if (job.state !== 'queued' && job.total <= atOnceLimit) await doBulk(context, job, never, report);
    return shown(context, await readBulk(context, job.id));
  };

  app.post('/api/bulk', async (request, reply) => {
    await once(request, reply, await contextOf(request), async (context) => {
      const job = await beginBulk(context, await bulkRequest(context, bodyOf(request)));
      return { status: 201, body: JSON.stringify(await done(context, job)) };
    });
    wake();
    return reply;
  });

  app.post('/api/bulk/preview', async (request) => {
    const context = await contextOf(request);
    const asked = await bulkRequest(context, bodyOf(request));
    const { work, ...chosen } = asked;
    if (work.do === 'merge') throw new Refusal('invalid', [{ field: 'do', code: 'notForMany' }]);
    const { problems, ...preview } = await previewBulk(context, { ...chosen, work });
    return {
      ...preview,
      problems: problems.map(({ parameters: _, ...problem }, index) => ({
        ...problem,
        message: toldOfField(context, asked.object, problems[index] ?? problem),
      })),
    };
  });

  app.get('/api/bulk', async (request) => {
    const context = await contextOf(request);
    const known = (await listBulk(context)).filter(({ object }) => context.registry.objects.has(object));
    return { bulk: known.map((job) => described(context, job)) };
  });

  app.get('/api/bulk/:id', async (request: Request) => {
    const context = await contextOf(request);
    return shown(context, await readBulk(context, request.params.id));
  });

  /** Brings a job that is in one of these states into another. */
  const move = (verb: string, from: readonly BulkState[], to: BulkState) =>
    app.post(`/api/bulk/:id/${verb}`, async (request: Request, reply) => {
      await once(request, reply, await contextOf(request), async (context) => {
        const job = await readBulk(context, request.params.id);
        if (to === 'undoing' && job.work.do === 'action') refuse('notUndoable');
        const moved = await moveBulk(context, job.id, from, to);
        if (moved === undefined) return refuse('bulkState');
        if (to === 'undoing' && job.total > atOnceLimit) await releaseBulk(context, job.id);
        const answer = to === 'undoing' ? await done(context, moved) : await shown(context, moved);
        return { status: 200, body: JSON.stringify(answer) };
      });
      wake();
      return reply;
    });
  move('cancel', ['queued', 'running'], 'cancelled');
  move('resume', ['cancelled', 'failed'], 'queued');
  move('undo', ['done', 'cancelled', 'failed'], 'undoing');

  app.get('/api/bulk/:id/failures', async (request: Request, reply) => {
    const context = await contextOf(request);
    const job = await readBulk(context, request.params.id);
    // The file names records, as one that is exported does.
    if (job.failed + job.kept > 0) await takeExport(context, job.failed + job.kept);
    const label = labelsOf(context.registry, context.actor.locale).object(
      objectNamed(context.registry, job.object),
      'plural',
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; ${encodedName(`${label}-failures.csv`)}`)
      .send(Readable.from(writeCsv(failureLines(context, job))));
  });
}

function refuse(code: string): never {
  throw new Refusal('conflict', [{ field: 'state', code }]);
}

async function* failureLines(context: Context, job: BulkJob): AsyncGenerator<readonly string[]> {
  const { actor, registry } = context;
  const { nameField } = objectNamed(registry, job.object).declaration;
  const heading = labelsOf(registry, actor.locale).field(objectNamed(registry, job.object), nameField);
  yield ['id', heading, problemText(actor.locale, 'importReason', {})];
  for (let after: string | undefined; ; ) {
    const page = await failuresOf(context, job, after, failuresAtOnce);
    for (const { record, name, problems } of page)
      yield [record, name, problems.map((problem) => toldOfField(context, job.object, problem)).join('; ')];
    after = page.at(-1)?.record;
    if (page.length < failuresAtOnce) return;
  }
}

/** As it goes out, with the first of what could not be done. */
async function shown(context: Context, job: BulkJob): Promise<object> {
  const open = context.registry.objects.has(job.object) && job.failed + job.kept > 0;
  const failures = open ? await failuresOf(context, job, undefined, shownFailures) : [];
  return {
    ...described(context, job),
    failures: failures.map(({ record, name, problems }) => ({
      ...{ record, name },
      message: problems.map((problem) => toldOfField(context, job.object, problem)).join(' '),
    })),
  };
}

function described({ actor, registry }: Context, job: BulkJob): object {
  const { actor: _, impersonator: __, work, problem, ...rest } = job;
  const told = problem && problemText(actor.locale, problem, {}, registry.modules);
  return { ...rest, work, problem: told, undoable: work.do !== 'action' };
}

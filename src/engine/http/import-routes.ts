import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { mayImport } from '../access/rights.ts';
import { uuidv7 } from '../database/uuid.ts';
import { errorFile } from '../imports/error-file.ts';
import type { ImportFile, ImportJob, RowProblem } from '../imports/import-job.ts';
import { insertImport, listImports, readImport, releaseImport, saveImport } from '../imports/import-table.ts';
import { keepImported } from '../imports/keep-imported.ts';
import { prepareFile, rewishedFile } from '../imports/prepare-file.ts';
import type { Context } from '../records/context.ts';
import { refuseMoreImports } from '../workspaces/imports-limit.ts';
import { bodyOf } from './body.ts';
import { encodedName } from './file-name-header.ts';
import { type Answer, once } from './idempotency.ts';
import { changeableStates, type ImportWishes, importWishes } from './import-wishes.ts';
import { letRunOut } from './let-run-out.ts';
import { problemText } from './texts.ts';
import { toldOfField } from './told-of-field.ts';

export interface ImportRoutesOptions {
  readonly store: FileStore;
  /** Bytes of one file at most. */
  readonly limit: number;
  /** There is something to do. */
  wake(): void;
}

const filesAtOnce = 20;

type Request = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** `/api/imports`: files with rows on their way to records. */
export async function importRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { store, limit, wake }: ImportRoutesOptions,
): Promise<void> {
  // In a scope of its own: no other route is to read forms.
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: filesAtOnce, fields: 5, fieldSize: 2_000_000, fileSize: limit },
      // @ts-expect-error Busboy's own setting, which the plugin passes on: names are UTF-8, as browsers send them.
      defParamCharset: 'utf8',
    });
    scope.post('/api/imports', { bodyLimit: filesAtOnce * limit }, async (request, reply) => {
      const context = await contextOf(request);
      refuseStranger(context);
      if (!request.isMultipart()) throw new Refusal('invalid', [{ field: 'files', code: 'notAForm' }]);
      const { files, wishes } = await receive(request, context, store).finally(() => letRunOut(request));
      if (files.length === 0) throw new Refusal('invalid', [{ field: 'files', code: 'required' }]);
      const create = async (inside: Context) => {
        if (wishes.run) await refuseMoreImports(inside);
        const prepared: ImportFile[] = [];
        for (const file of files)
          prepared.push(await prepareFile(inside, store, file, wishes.files.get(file.name) ?? {}));
        const job = newJob(inside, prepared, wishes);
        await insertImport(inside, job);
        return answer(inside, job, 201);
      };
      const contents = files.map(({ name, content }) => [name, content]);
      const sent = [contents, { ...wishes, files: [...wishes.files] }];
      await once(request, reply, context, create, sent, jobAsItStands);
      if (wishes.run) wake();
      return reply;
    });
  });

  app.get('/api/imports', async (request) => {
    const context = await contextOf(request);
    return { imports: (await listImports(context)).map((job) => shown(context, job)) };
  });

  app.get('/api/imports/:id', async (request: Request) => {
    const context = await contextOf(request);
    return shown(context, await readImport(context, request.params.id));
  });

  app.patch('/api/imports/:id', async (request: Request) => {
    const context = await contextOf(request);
    const job = await readImport(context, request.params.id);
    refuseUnless(job, changeableStates);
    const wishes = importWishes(bodyOf(request));
    const files: ImportFile[] = [];
    for (const file of job.files) {
      const wished = wishes.files.get(file.name);
      files.push(wished === undefined ? file : await rewishedFile(context, store, file, wished));
    }
    const changed: ImportJob = {
      ...job,
      state: 'mapping',
      files,
      options: { ...job.options, ...wishes.options },
    };
    await saveImport(context, changed);
    return shown(context, changed);
  });

  app.post('/api/imports/:id/run', async (request: Request, reply) => {
    const queue = async (context: Context) => {
      const job = await readImport(context, request.params.id);
      refuseUnless(job, changeableStates);
      await refuseMoreImports(context);
      const dryRun = ((request.body ?? {}) as { dryRun?: unknown }).dryRun === true;
      const queued: ImportJob = { ...job, state: 'queued', options: { ...job.options, dryRun } };
      await saveImport(context, queued);
      return answer(context, queued, 200);
    };
    await once(request, reply, await contextOf(request), queue, request.body, jobAsItStands);
    wake();
    return reply;
  });

  app.post('/api/imports/:id/rollback', async (request: Request, reply) => {
    const rollBack = async (context: Context) => {
      const job = await readImport(context, request.params.id);
      refuseUnless(job, ['done', 'failed']);
      const rolling: ImportJob = { ...job, state: 'rollingBack' };
      await saveImport(context, rolling);
      await releaseImport(context, job.id);
      return answer(context, rolling, 200);
    };
    await once(request, reply, await contextOf(request), rollBack, request.body, jobAsItStands);
    wake();
    return reply;
  });

  app.get('/api/imports/:id/errors', async (request: Request, reply) => {
    const context = await contextOf(request);
    const job = await readImport(context, request.params.id);
    const place = Number(request.query.file ?? 0);
    const file = job.files[place];
    if (file === undefined || file.erased === true) throw new Refusal('notFound');
    const { locale } = context.actor;
    const lines = errorFile(context, store, job.id, place, file, {
      headings: [problemText(locale, 'importRow', {}), problemText(locale, 'importReason', {})],
      tell: (problem) => told(context, file, problem),
    });
    const name = encodedName(`${file.name.replace(/\.[^.]*$/, '')}-errors.csv`);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; ${name}`)
      .send(Readable.from(lines));
  });
}

function newJob(
  { actor, now }: Context,
  files: readonly ImportFile[],
  { run, options }: ImportWishes,
): ImportJob {
  return {
    ...{ id: uuidv7(), actor: actor.id ?? '', state: run ? 'queued' : 'mapping' },
    options: { duplicates: 'skip', ...options },
    files,
    ...{ createdAt: formatInstant(now), startedAt: null, finishedAt: null, problem: null },
  };
}

interface ReceivedImport {
  readonly name: string;
  readonly hash: string;
  /** By which a file that is sent again is known. */
  readonly content: string;
}

interface Received {
  readonly files: readonly ReceivedImport[];
  readonly wishes: ImportWishes;
}

async function receive(request: FastifyRequest, context: Context, store: FileStore): Promise<Received> {
  const files: ReceivedImport[] = [];
  let wishes = importWishes({});
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const name = part.filename.slice(0, 255);
      files.push({ name, ...(await keepImported(store, context.workspace, part.file)) });
    } else if (part.fieldname === 'import') wishes = importWishes(parsed(part.value));
  }
  return { files, wishes };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new Refusal('invalid', [{ field: 'import', code: 'notARecord' }]);
  }
}

function refuseStranger({ registry, actor }: Context): void {
  if (![...registry.objects.values()].some((object) => mayImport(object, actor)))
    throw new Refusal('forbidden');
}

function refuseUnless({ state }: ImportJob, states: readonly string[]): void {
  if (!states.includes(state)) throw new Refusal('conflict', [{ field: 'state', code: 'importBusy' }]);
}

/** Kept for an Idempotency-Key by its id alone: the first rows of the files are shown, and are to be forgotten with them. */
function answer(context: Context, job: ImportJob, status: number): Answer {
  return { status, body: JSON.stringify(shown(context, job)), kept: job.id };
}

async function jobAsItStands(context: Context, id: string): Promise<string> {
  return JSON.stringify(shown(context, await readImport(context, id)));
}

/** As it goes out: reasons in the person's words. */
function shown(context: Context, { actor: _, ...job }: ImportJob): object {
  const files = job.files.map(({ hash: __, ...file }) => ({
    ...file,
    ...(file.report && {
      report: {
        ...file.report,
        errors: file.report.errors.map((problem) => ({
          ...problem,
          message: told(context, file as ImportFile, problem),
        })),
      },
    }),
  }));
  const problem = job.problem && problemText(context.actor.locale, job.problem, {}, context.registry.modules);
  return { ...job, files, problem };
}

/** A problem in words, with the field it is about. */
function told(context: Context, file: ImportFile, { value, parameters, ...problem }: RowProblem): string {
  return toldOfField(context, file.object, { ...problem, parameters: { value: value ?? '', ...parameters } });
}

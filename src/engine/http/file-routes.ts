import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '#kernel/field/file/file.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { type FoundFile, findFile } from '../files/find-file.ts';
import { receiveFile } from '../files/receive-file.ts';
import { keepText } from '../files/text/keep-text.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import { encodedName } from './file-name-header.ts';
import { letRunOut } from './let-run-out.ts';

type Request = FastifyRequest<{ Params: { id: string } }>;

export interface FileRoutesOptions {
  readonly store: FileStore;
  /** Bytes of one file at most. */
  readonly limit: number;
}

const filesAtOnce = 20;

/** `/api/files`: takes files in, and gives them to whoever may read a record that holds them. */
export async function fileRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { store, limit }: FileRoutesOptions,
): Promise<void> {
  // In a scope of its own: no other route is to read forms.
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        files: filesAtOnce,
        parts: filesAtOnce + 10,
        fields: 10,
        fieldSize: 10_000,
        fileSize: limit + 1,
      },
      throwFileSizeLimit: false,
      // @ts-expect-error Busboy's own setting, which the plugin passes on: names are UTF-8, as browsers send them.
      defParamCharset: 'utf8',
    });
    scope.post('/api/files', { bodyLimit: filesAtOnce * (limit + 10_000) }, async (request, reply) => {
      const context = await contextOf(request);
      if (!request.isMultipart()) throw new Refusal('invalid', [{ field: 'file', code: 'notAForm' }]);
      const stored: StoredFile[] = [];
      try {
        for await (const { filename, file } of request.files())
          stored.push(await receiveFile(context, store, { name: filename, bytes: file, limit }));
      } finally {
        letRunOut(request);
      }
      if (stored.length === 0) throw new Refusal('invalid', [{ field: 'file', code: 'required' }]);
      return reply.code(201).send(stored);
    });
  });

  app.get('/api/files/:id', async (request: Request, reply) => {
    const context = await contextOf(request);
    const file = await findFile(context, knownId(request.params.id));
    if (file === undefined) throw new Refusal('notFound');
    describe(reply, file);
    if (request.headers['if-none-match'] === etagOf(file)) return reply.code(304).send();
    reply.header('content-length', file.size);
    if (request.method === 'HEAD') return reply.send('');
    return reply.send(Readable.from(store.read({ workspace: context.workspace.name, hash: file.hash })));
  });

  app.get('/api/files/:id/text', async (request: Request) => {
    const context = await contextOf(request);
    const file = await findFile(context, knownId(request.params.id));
    if (file === undefined) throw new Refusal('notFound');
    return textOf(context, store, file);
  });
}

/** What is written in the file; it is read now where nobody has yet. */
async function textOf(context: Context, store: FileStore, file: FoundFile) {
  const { database, workspace } = context;
  const [row] = await database.run(
    `select state, text from ${quoted(workspace.schema)}.file_text where file = $1 and state not in ('waiting', 'reading')`,
    [file.id],
  );
  const [state, text] = row ?? [];
  const read = state ? { state, text } : await keepText(database, workspace, store, file);
  return { text: read.text ?? '', ...(read.state !== 'read' && { fault: read.state }) };
}

/** What a browser may show by itself without running anything of the file's. */
const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'];

/** Nothing in a file may act with the reader's session: it is shown only where that is harmless, else saved. */
function describe(reply: FastifyReply, file: FoundFile): void {
  const disposition = shown.includes(file.mediaType) ? 'inline' : 'attachment';
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  reply
    .type(file.mediaType)
    .header('content-disposition', `${disposition}; filename="${plain}"; ${encodedName(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', contentPolicy(file.mediaType))
    .header('cross-origin-resource-policy', 'same-origin')
    // Asked about each time, since rights change; sent again never, since content does not.
    .header('cache-control', 'private, no-cache')
    .header('etag', etagOf(file));
}

/** Browsers do not show a PDF in a sandbox; their viewer is one already. */
function contentPolicy(mediaType: string): string {
  const base = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";
  return mediaType === 'application/pdf' ? `${base}; object-src 'self'` : `${base}; sandbox`;
}

function etagOf({ hash, id }: FoundFile): string {
  return `"${hash.slice(0, 32)}-${id}"`;
}

import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Reach } from '../carddav/address-book.ts';
import { DavError, sendDavError } from '../carddav/dav-error.ts';
import { bookPath } from '../carddav/key-as-password.ts';
import { askedIn, multiStatus, propertiesOf } from '../carddav/multi-status.ts';
import { noteDevice } from '../carddav/note-device.ts';
import { readRequest } from '../carddav/read-request.ts';
import { reportOn } from '../carddav/reports.ts';
import {
  type Book,
  bookOf,
  cardResource,
  homeOf,
  nameAt,
  objectsWithCards,
  type Resource,
  startOf,
} from '../carddav/resource.ts';
import { deleteCard, putCard } from '../carddav/write-card.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Context } from '../records/context.ts';
import { takeExport } from '../safeguards/take-export.ts';

const known = 'OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, REPORT';
const changing = ['PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK'] as const;

interface Visit {
  readonly context: Context;
  readonly path: string;
  readonly reach: Reach;
  readonly writes: boolean;
  /** The book that the path is of or lies in. */
  readonly book: Book | undefined;
  readonly resource: Resource;
}

/** `/api/carddav/`: address books for phones and mail programs (RFC 6352). */
export function cardDavRoutes(
  identity: Pick<Identity, 'authenticate'>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): FastifyPluginAsync {
  return async (app) => {
    app.setErrorHandler(sendDavError);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    for (const method of ['PROPFIND', 'REPORT', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK'])
      app.addHttpMethod(method, { hasBody: true });
    app.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 401) reply.header('www-authenticate', 'Basic realm="Guanxi", charset="UTF-8"');
    });
    // Phones find the books from the name of the server (RFC 6764, 5).
    app.route({
      ...{ method: ['GET', 'PROPFIND'], url: '/.well-known/carddav' },
      handler: async (_request, reply) => reply.redirect(bookPath, 301),
    });
    const url = `${bookPath}*`;
    const config = { scope: 'addressBook' };
    const visit = (request: FastifyRequest) => visited(request, identity, contextOf);

    app.options(url, async (_request, reply) =>
      reply.headers({ dav: '1, 3, addressbook', allow: known }).code(204).send(),
    );
    app.route({
      ...{ method: 'PROPFIND', url, config },
      handler: async (request, reply) => {
        const inside = await visit(request);
        const asked = askedIn(requestIn(request));
        const responses: string[] = [];
        for (const resource of await resourcesAt(inside, request.headers.depth))
          responses.push(await propertiesOf(resource, asked));
        return reply.code(207).type('application/xml; charset=utf-8').send(multiStatus(responses));
      },
    });
    app.route({
      ...{ method: 'REPORT', url, config },
      handler: async (request, reply) => {
        const { context, book, resource } = await visit(request);
        if (book === undefined || resource !== book) throw new DavError(403, '<d:supported-report/>');
        const answer = await reportOn(context, book, requestIn(request));
        return reply.code(207).type('application/xml; charset=utf-8').send(answer);
      },
    });
    app.get(url, { config }, async (request, reply) => {
      const { context, path, book } = await visit(request);
      const card = book && (await book.cards()).get(nameAt(book, path) ?? '');
      if (card === undefined) return reply.code(405).header('allow', known).send();
      const etag = `"${card.tag}"`;
      if (request.headers['if-none-match'] === etag) return reply.code(304).header('etag', etag).send();
      await takeExport(context, 1);
      return reply.type('text/vcard; charset=utf-8').header('etag', etag).send(card.text);
    });
    takeChanges(app, url, config, visit);
    refuseChanges(app, url, config, visit);
  };
}

/** What is changed on a device that may change something. */
function takeChanges(
  app: FastifyInstance,
  url: string,
  config: { readonly scope: string },
  visit: (request: FastifyRequest) => Promise<Visit>,
): void {
  app.put(url, { config }, async (request, reply) => {
    const { context, path, book, writes } = await visit(request);
    const name = book && nameAt(book, path);
    if (book === undefined || name === undefined || !writes) throw lacking(path);
    if (!/^text\/(x-)?vcard\b/i.test(request.headers['content-type'] ?? ''))
      throw new DavError(415, '<a:supported-address-data/>');
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
    const isNew = await understood(path, putCard(context, book, name, body, { ifMatch, ifNoneMatch }));
    // What is kept is written anew, so no tag is told: the device reads it (RFC 6352, 6.3.2.3).
    return reply.code(isNew ? 201 : 204).send();
  });
  app.delete(url, { config }, async (request, reply) => {
    const { context, path, book, writes } = await visit(request);
    const held = book && (await book.cards()).get(nameAt(book, path) ?? '');
    if (book === undefined || held === undefined || !writes) throw lacking(path);
    await understood(path, deleteCard(context, book, held, request.headers['if-match']));
    return reply.code(204).send();
  });
}

/** What the person may not do is refused in words that devices understand; what is wrong with a value, as everywhere. */
async function understood<Result>(path: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal && error.kind === 'forbidden' ? lacking(path) : error;
  }
}

/** RFC 3744, 7.1.1. */
function lacking(path: string): DavError {
  const privilege = '<d:privilege><d:write/></d:privilege>';
  const resource = `<d:resource><d:href>${encodeURI(path)}</d:href>${privilege}</d:resource>`;
  return new DavError(403, `<d:need-privileges>${resource}</d:need-privileges>`);
}

/** What no device may do is refused in words that it understands. */
function refuseChanges(
  app: FastifyInstance,
  url: string,
  config: { readonly scope: string },
  visit: (request: FastifyRequest) => Promise<Visit>,
): void {
  app.route({
    ...{ method: [...changing], url, config },
    handler: async (request) => {
      const { path } = await visit(request);
      throw lacking(path);
    },
  });
}

/** Who asks about what. Another person's books are nobody's. */
async function visited(
  request: FastifyRequest,
  identity: Pick<Identity, 'authenticate'>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<Visit> {
  const context = await contextOf(request);
  const caller = await identity.authenticate(request.headers);
  const [person, name, card, ...more] = (request.params as { '*': string })['*'].split('/').filter(Boolean);
  if (caller?.apiKeyId !== undefined) await noteDevice(context, caller.apiKeyId, addressOf(request));
  const reach: Reach = caller?.scopes?.includes('addressBook:all') ? 'all' : 'own';
  const writes = caller?.scopes?.includes('addressBook:write') === true;
  const path = `${bookPath}${[person, name, card].filter(Boolean).join('/')}`;
  const found = (resource: Resource, book?: Book) => ({ context, path, reach, writes, book, resource });
  if (person === undefined) return found(startOf(context));
  if (person !== context.actor.id || more.length > 0) throw new Refusal('notFound');
  if (name === undefined) return found(homeOf(context));
  const object = objectsWithCards(context).find((each) => each.name === name);
  if (object === undefined) throw new Refusal('notFound');
  const book = bookOf(context, object, reach, writes);
  if (card === undefined) return found(book, book);
  const called = nameAt(book, path) ?? '';
  const held = (await book.cards()).get(called);
  if (held === undefined && request.method !== 'PUT') throw new Refusal('notFound');
  return found(held === undefined ? book : cardResource(book, called, held), book);
}

/** A resource and, where it is asked for, what lies in it. */
async function resourcesAt(
  { context, reach, writes, book, resource }: Visit,
  depth: unknown,
): Promise<readonly Resource[]> {
  if (depth === '0') return [resource];
  if (depth !== '1') throw new DavError(403, '<d:propfind-finite-depth/>');
  if (book === undefined) {
    if (resource.path === bookPath) return [resource, homeOf(context)];
    return [resource, ...objectsWithCards(context).map((object) => bookOf(context, object, reach, writes))];
  }
  if (resource !== book) return [resource];
  return [book, ...[...(await book.cards())].map(([name, card]) => cardResource(book, name, card))];
}

function requestIn(request: FastifyRequest) {
  const { body } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  if (!/^(application|text)\/xml\b/i.test(request.headers['content-type'] ?? '')) throw new DavError(415);
  return readRequest(body);
}

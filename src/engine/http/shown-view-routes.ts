import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { AttemptCounter } from '../identity/attempts.ts';
import { networkAddress } from '../identity/network-address.ts';
import { verifyPassword } from '../identity/passwords/password-hashing.ts';
import { typedPassword } from '../identity/passwords/password-rule.ts';
import { cookieText } from '../identity/sessions/cookie-text.ts';
import { begun, everyRow, withHead } from '../import-export/export-records.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { Context } from '../records/context.ts';
import { isShownSign, type LinkPlace, shownPath } from '../view-links/link-address.ts';
import { linkWords } from '../view-links/link-words.ts';
import { countShown, noteDownload, noteOpening, noteShut } from '../view-links/note-opening.ts';
import { findLink, LinkShut, type OpenLink, openLink } from '../view-links/open-link.ts';
import { hasPassed, passOf } from '../view-links/passed.ts';
import { listOf, shownPage } from '../view-links/shown-page.ts';
import type { ViewLink } from '../view-links/view-link.ts';
import { encodedName } from './file-name-header.ts';
import {
  nothingShown,
  type PageAddress,
  passwordPage,
  shownViewPage,
  shownViewPages,
} from './shown-view-page.ts';
import { takeForms } from './stranger-page.ts';
import { type Locale, localeOf } from './texts.ts';

type Place = Omit<Context, 'actor'>;

type Request = FastifyRequest<{
  Params: { workspace: string; id: string; sign: string };
  Querystring: Readonly<Record<string, unknown>>;
}>;

export interface ShownViewOptions {
  readonly baseUrl: string;
  readonly secret: string;
  readonly attempts: AttemptCounter;
  /** A workspace with whatever else a context needs but the actor; undefined when there is none of that name. */
  surroundings(workspace: string): Promise<Place | undefined>;
}

/** Passwords tried on one link: from one network address, and from all of them, within ten minutes. */
const tries = { one: 10, all: 100, seconds: 600 };

/** `/shown/{workspace}/{id}/{sign}`: a view that is shown to whoever has its address, without signing in. */
export async function shownViewRoutes(app: FastifyInstance, options: ShownViewOptions): Promise<void> {
  const { secret, baseUrl, attempts } = options;
  const path = '/shown/:workspace/:id/:sign';
  const config = { toStrangers: true };

  /** Shows what a link shows, asks for its password, or says that nothing is there. */
  const answer = async (
    request: Request,
    reply: FastifyReply,
    show: (open: OpenLink) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const [locale, address] = [localeFor(request), addressFor(request, secret)];
    shownViewPages.headers(reply);
    const found = await find(request);
    if (found === undefined) return reply.code(404).send(nothingShown(locale, address));
    const { place, link, at } = found;
    if (!hasPassed(secret, at, link, request.headers.cookie))
      return reply.code(403).send(passwordPage(locale, address, false));
    try {
      return await show(await openLink(place, link, locale));
    } catch (error) {
      if (error instanceof LinkShut) await noteShut(place, link, error.reason);
      else if (!(error instanceof Refusal)) throw error;
      return reply.code(404).send(nothingShown(locale, address));
    }
  };

  const find = async ({ params: { workspace, id, sign } }: Request) => {
    const at: LinkPlace = { workspace, id };
    if (!isShownSign(sign, secret, at)) return undefined;
    const place = await options.surroundings(workspace);
    const link = place && (await findLink(place, id));
    return link && { place, link, at };
  };

  await app.register(async (inner) => {
    takeForms(inner);

    inner.get(path, { config }, (request: Request, reply) =>
      answer(request, reply, async (open) => {
        const address = addressFor(request, secret);
        const words = linkWords(open.context.actor.locale);
        const page = await shownPage(open, address.cursor, secret, words);
        if (address.cursor === undefined)
          await noteOpening(open, page.count ?? 0, networkAddress(request.ip));
        return reply.send(shownViewPage(open, page, address));
      }),
    );

    inner.get(`${path}/table.csv`, { config }, (request: Request, reply) =>
      answer(request, reply, async (open) => {
        if (!open.link.download) throw new Refusal('notFound');
        const content = await fileOf(open, networkAddress(request.ip));
        return reply
          .type('text/csv; charset=utf-8')
          .header(
            'content-disposition',
            `attachment; filename="table.csv"; ${encodedName(`${open.view.name}.csv`)}`,
          )
          .send(content);
      }),
    );

    inner.post(path, { config }, async (request: Request, reply) => {
      const [locale, address] = [localeFor(request), addressFor(request, secret)];
      shownViewPages.headers(reply);
      const found = await find(request);
      if (found === undefined) return reply.code(404).send(nothingShown(locale, address));
      const { link, at } = found;
      await limitTries(attempts, link, networkAddress(request.ip));
      const given = typedPassword(new URLSearchParams(String(request.body ?? '')).get('password') ?? '');
      if (link.password === null || !(await verifyPassword({ hash: link.password, password: given })))
        return reply.code(403).send(passwordPage(locale, address, true));
      return reply
        .header('set-cookie', cookieText(baseUrl, passOf(secret, at, link)))
        .redirect(request.url, 303);
    });
  });
}

/** All of a link's records as a file. */
async function fileOf(open: OpenLink, ip: string): Promise<Readable> {
  const { context, view, columns } = open;
  const written = columns.flatMap((column) => column.written);
  const heads = written.map(({ label }) => label);
  const note = async (count: number) => {
    await countShown(open, count);
    await noteOpening(open, count, ip);
    await noteDownload(open, count, ip);
  };
  const rows = await begun(everyRow(context, view.object.name, listOf(open), written, note));
  return Readable.from(writeCsv(withHead(heads, rows)));
}

async function limitTries(attempts: AttemptCounter, { id }: ViewLink, address: string): Promise<void> {
  const { one, all, seconds } = tries;
  const wait = await attempts.count([
    { key: `link ${id} ${address}`, max: one, seconds },
    { key: `link ${id}`, max: all, seconds },
  ]);
  if (wait > 0)
    throw new Refusal('tooMany', [], { code: 'tooManyRequests', seconds: wait, retryAfter: wait });
}

function chosenLanguage({ query: { language } }: Request): Locale | undefined {
  return language === 'en' || language === 'zh-CN' ? language : undefined;
}

function localeFor(request: Request): Locale {
  return chosenLanguage(request) ?? localeOf(request.headers['accept-language']);
}

function addressFor(request: Request, secret: string): PageAddress {
  const { workspace, id } = request.params;
  const { cursor } = request.query;
  return {
    path: shownPath(secret, { workspace, id }),
    language: chosenLanguage(request),
    cursor: typeof cursor === 'string' ? cursor : undefined,
  };
}

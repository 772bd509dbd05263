import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { cookieValue } from '../identity/sessions/session-cookie.ts';
import { type MapTiles, tileOrigin } from './map-tiles.ts';
import { pagePolicy } from './security-headers.ts';

/** Stands in the page where its secret is put. */
const placeholder = 'nonce-of-this-page';

/** What the page says to those alone who may be signed in: what to fetch before its scripts are there to ask for it. */
const toUsers = /\s*<!--signed-in-->.*<!--\/signed-in-->/s;

const year = 365 * 24 * 60 * 60;

export interface ClientFiles {
  /** Where the built client is. */
  readonly directory: string | undefined;
  readonly tiles: MapTiles | undefined;
  /** The name of the cookie that who is signed in has. */
  readonly sessionCookie: string;
}

/**
 * Serves the built client, compressed beforehand; every address that is not the API's is a page of it. The build puts
 * a hash of the content into the names below the folder of assets, so those never change.
 */
export async function clientFiles(
  app: FastifyInstance,
  { directory, tiles, sessionCookie }: ClientFiles,
): Promise<void> {
  const built = directory !== undefined && existsSync(directory);
  const page = built ? readFileSync(join(directory, 'index.html'), 'utf8') : '';
  const images = tiles && tileOrigin(tiles);
  const toStrangers = page.replace(toUsers, '');
  /** Each page has a secret of its own by which its styles are known. */
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    const mayBeUser = cookieValue(request.headers.cookie ?? '', sessionCookie) !== undefined;
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', pagePolicy(`'nonce-${nonce}'`, images))
      .header('vary', 'cookie')
      .send((mayBeUser ? page : toStrangers).replace(placeholder, nonce));
  };
  app.setNotFoundHandler((request, reply) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && !/^\/(api|assets)\//.test(request.url);
    if (!built || !isPage) throw new Refusal('notFound');
    return sendPage(request, reply);
  });
  if (!built) return;
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    index: false,
    globIgnore: ['**/*.br', '**/*.gz', 'index.html'],
    setHeaders(reply, path) {
      const kept = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', kept ? `public, max-age=${year}, immutable` : 'no-cache');
      // What stands below `forms` is made for other people's pages.
      if (/[\\/]forms[\\/]/.test(path)) reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  });
}

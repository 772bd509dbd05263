import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/problem.ts';

const year = 365 * 24 * 60 * 60;

/**
 * Serves the built client, compressed beforehand; every address that is not the API's is a page of it. The build puts
 * a hash of the content into the names below the folder of assets, so those never change.
 */
export async function clientFiles(app: FastifyInstance, directory: string | undefined): Promise<void> {
  const built = directory !== undefined && existsSync(directory);
  app.setNotFoundHandler((request, reply) => {
    const page = ['GET', 'HEAD'].includes(request.method) && !/^\/(api|assets)\//.test(request.url);
    if (!built || !page) throw new Refusal('notFound');
    return reply.sendFile('index.html');
  });
  if (!built) return;
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders(reply, path) {
      const kept = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', kept ? `public, max-age=${year}, immutable` : 'no-cache');
      // What stands below `forms` is made for other people's pages.
      if (/[\\/]forms[\\/]/.test(path)) reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** By what a client says which build it is, and by what it is told that there is another. */
export const buildHeader = 'x-guanxi-build';

/** The build of the client that this server gives out: the product's version and a mark of what it was made from. */
export function clientBuild(directory: string | undefined, version: string): string | undefined {
  const stamp = directory === undefined ? undefined : join(directory, '.built-from');
  if (stamp === undefined || !existsSync(stamp)) return undefined;
  return `${version}+${readFileSync(stamp, 'utf8').slice(0, 8)}`;
}

/** Tells a page of another build than the server gives out, so that it can offer to load itself anew. */
export function tellOfBuild(app: FastifyInstance, build: string | undefined): void {
  if (build === undefined) return;
  app.addHook('onSend', (request, reply, _payload, done) => {
    const theirs = request.headers[buildHeader];
    if (theirs !== undefined && theirs !== build && theirs !== 'development')
      reply.header(buildHeader, build);
    done();
  });
}

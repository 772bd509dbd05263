import type { FastifyInstance } from 'fastify';
import { apiKeyPattern } from '../identity/api-key-text.ts';

/** Where address books are; phones find it from the name of the server alone. */
export const bookPath = '/api/carddav/';

/**
 * Lets a key be given as a password, which is all that phones ask for. Only here: a browser that was once asked for a
 * password sends it along with whatever another page makes it send.
 */
export function keysAsPasswords(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { authorization } = request.headers;
    const [, encoded] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
    if (encoded !== undefined && request.url.startsWith(bookPath)) {
      const password = Buffer.from(encoded, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, '');
      if (apiKeyPattern.test(password)) request.headers.authorization = `Bearer ${password}`;
    }
    done();
  });
}

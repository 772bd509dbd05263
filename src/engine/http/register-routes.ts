import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';
import type { OutgoingService } from '../operation/integrations.ts';
import { processingRegister } from '../privacy/register.ts';
import { registerPage } from '../privacy/register-page.ts';
import { registerTable } from '../privacy/register-table.ts';
import { suggestedRetention } from '../privacy/suggested-retention.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';

type Request = FastifyRequest<{ Querystring: { format?: string } }>;

/** `/api/privacy`: the register of processing activities, and how long data are needed; for administrators. */
export function registerRoutes(
  app: FastifyInstance,
  { workspaces }: Identity,
  services: () => Promise<readonly OutgoingService[]>,
  contextOf: ContextOf,
): void {
  app.get('/api/privacy/register', async (request: Request, reply) => {
    const context = await unlimitedContext(request, contextOf);
    const { format = 'json' } = request.query;
    const settings = (await workspaces.get(context.workspace.name))?.settings;
    const register = await processingRegister(context, {
      responsibility: settings?.responsibility,
      services: await services(),
    });
    const { locale } = context.actor;
    const file = (end: string) => `attachment; filename="processing-register.${end}"`;
    switch (format) {
      case 'json':
        return register;
      case 'html':
        return reply
          .type('text/html; charset=utf-8')
          .header('content-disposition', file('html'))
          .send(registerPage(register, locale));
      case 'csv':
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', file('csv'))
          .send(Readable.from(registerTable(register, locale)));
      default: {
        const parameters = { value: String(format).slice(0, 40), choices: 'json, html, csv' };
        throw new Refusal('invalid', [{ field: 'format', code: 'notAChoice', parameters }]);
      }
    }
  });

  app.get('/api/privacy/retention', async (request) => ({
    suggestions: await suggestedRetention(await unlimitedContext(request, contextOf)),
  }));
}

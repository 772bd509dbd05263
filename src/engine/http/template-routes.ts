import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { richTextOf } from '../fields/rich-text.ts';
import type { Context } from '../records/context.ts';
import { mustEver } from '../records/read.ts';
import { filledTemplate } from '../templates/filled-template.ts';
import { bodyOf } from './body.ts';

type Request = FastifyRequest<{ Params: { object: string; id: string } }>;

/** Characters of a text that are filled at a time. */
const most = 100_000;

/** Formatted text in which placeholders give way to what a record says, as far as the caller may see it. */
export function templateRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.post('/api/records/:object/:id/fill', async (request: Request) => {
    const context = await contextOf(request);
    const { object, id } = request.params;
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    mustEver(context, object, 'read');
    const { text } = bodyOf(request);
    if (typeof text !== 'string') throw new Refusal('invalid', [{ field: 'text', code: 'notText' }]);
    if (text.length > most)
      throw new Refusal('invalid', [{ field: 'text', code: 'tooLong', parameters: { maxLength: most } }]);
    return { text: await filledTemplate(context, object, id, richTextOf(text)) };
  });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { readBody, required } from '../identity/read-body.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Context } from '../records/context.ts';
import { readSafeguards } from '../safeguards/safeguards.ts';
import { shownPath } from '../view-links/link-address.ts';
import { listLinks } from '../view-links/list-links.ts';
import { changeLink, endLink, makeLink, offerOf } from '../view-links/view-links.ts';
import { bodyOf } from './body.ts';
import { textIn } from './list-parameters.ts';

type Request = FastifyRequest<{ Params: { id: string }; Querystring: Readonly<Record<string, unknown>> }>;

export interface ViewLinkOptions {
  readonly baseUrl: string;
  /** Signs addresses. */
  readonly secret: string;
}

/** `/api/view-links`: the links by which views are shown to people who do not sign in. */
export function viewLinkRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { baseUrl, secret }: ViewLinkOptions,
): void {
  const addressOfLink = ({ workspace }: Context, id: string) =>
    `${baseUrl}${shownPath(secret, { workspace: workspace.name, id })}`;

  app.get('/api/view-links', async (request: Request) => {
    const context = await contextOf(request);
    const links = await listLinks(context, textIn(request.query, 'view'));
    // Whoever ends somebody else's link need not be able to pass it on.
    return {
      links: links.map((link) => {
        const own = link.person.id === context.actor.id && !context.actor.impersonator;
        return { ...link, address: own ? addressOfLink(context, link.id) : null };
      }),
    };
  });

  app.get('/api/view-links/offer', async (request: Request) => {
    const context = await contextOf(request);
    const { exportReason } = await readSafeguards(context);
    return { columns: await offerOf(context, textIn(request.query, 'view') ?? ''), reason: exportReason };
  });

  app.post('/api/view-links', async (request: Request, reply) => {
    const context = await contextOf(request);
    const { view } = readBody(bodyOf(request), { view: required((input) => textInput(input, 100)) });
    const id = await makeLink(context, view, bodyOf(request), addressOf(request));
    return reply.code(201).send({ id, address: addressOfLink(context, id) });
  });

  app.put('/api/view-links/:id', async (request: Request, reply) => {
    const { id } = request.params;
    await changeLink(await contextOf(request), id, bodyOf(request), addressOf(request));
    return reply.code(204).send();
  });

  app.delete('/api/view-links/:id', async (request: Request, reply) => {
    await endLink(await contextOf(request), request.params.id, addressOf(request));
    return reply.code(204).send();
  });
}

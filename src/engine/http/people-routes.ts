import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { bodyOf } from './body.ts';

interface Params {
  readonly Params: { readonly id: string };
}

/** `/api/people`: who of those who work here may sign in. For administrators. */
export function peopleRoutes(app: FastifyInstance, identity: Identity, contextOf: ContextOf): void {
  const { people } = identity;

  app.get('/api/people/sign-ins', async (request) => {
    const { workspace } = await administratorContext(request, identity, contextOf);
    return { signIns: await people.list(workspace.name) };
  });

  app.put<Params>('/api/people/:id/sign-in', async (request) => {
    const context = await administratorContext(request, identity, contextOf);
    const { password } = bodyOf(request);
    if (typeof password !== 'string') {
      throw new Refusal('invalid', [
        { field: 'password', code: password === undefined ? 'required' : 'notText' },
      ]);
    }
    const person = { workspace: context.workspace.name, userId: request.params.id };
    const known = (await people.list(person.workspace)).some(({ userId }) => userId === person.userId);
    if (known) {
      await people.setPassword({ ...person, password });
      await people.enable(person);
    } else {
      const { name, email } = await named(context, person.userId);
      await people.createSignIn({ ...person, name, email, password });
    }
    return { userId: person.userId, enabled: true };
  });

  app.delete<Params>('/api/people/:id/sign-in', async (request, reply) => {
    const { workspace, actor } = await administratorContext(request, identity, contextOf);
    if (request.params.id === actor.id) throw new Refusal('forbidden');
    await people.disable({ workspace: workspace.name, userId: request.params.id });
    return reply.code(204).send();
  });
}

async function named(context: Context, id: string): Promise<{ name: string; email: string }> {
  return JSON.parse(await readRecord(context, context.registry.people, id, ['name', 'email']));
}

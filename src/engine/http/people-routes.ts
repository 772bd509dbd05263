import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { roleNames } from '../access/role-names.ts';
import type { DirectoryPerson } from '../identity/directory.ts';
import type { Identity } from '../identity/identity.ts';
import { invite, openInvitations, takeBack } from '../identity/invitations.ts';
import { sendIdentityMail } from '../identity/mails/identity-mail.ts';
import type { Doer } from '../identity/note-done.ts';
import type { Person } from '../identity/people.ts';
import { optional, readBody, required } from '../identity/read-body.ts';
import { refuse } from '../identity/refuse.ts';
import { readPolicy, writePolicy } from '../identity/second-factor/sign-in-policy.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Surroundings } from '../identity/surroundings.ts';
import type { Context } from '../records/context.ts';
import { knownId, readRecord } from '../records/read.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { bodyOf } from './body.ts';

interface Params {
  readonly Params: { readonly id: string };
}

/** `/api/people`: who of those who work here may sign in, and who is invited to. For administrators. */
export function peopleRoutes(
  app: FastifyInstance,
  identity: Identity,
  around: Surroundings,
  contextOf: ContextOf,
): void {
  const { people } = identity;

  app.get('/api/people/sign-ins', async (request) => {
    const { workspace } = await administratorContext(request, identity, contextOf);
    const [signIns, invited] = await Promise.all([
      people.list(workspace.name),
      openInvitations(identity, workspace.name),
    ]);
    return { signIns, invited, mail: around.mail !== undefined };
  });

  app.put<Params>('/api/people/:id/sign-in', async (request) => {
    const context = await administratorContext(request, identity, contextOf);
    const { password } = bodyOf(request);
    if (typeof password !== 'string') {
      throw new Refusal('invalid', [
        { field: 'password', code: password === undefined ? 'required' : 'notText' },
      ]);
    }
    const { person, by } = asked(request, context);
    const known = (await people.list(person.workspace)).find(({ userId }) => userId === person.userId);
    if (known?.service) throw refuse('forbidden', 'serviceUser');
    if (known) {
      await people.setPassword({ ...person, password }, by);
      await people.enable(person, by);
    } else {
      const { name, email } = await named(context, person.userId);
      await people.createSignIn({ ...person, name, email, password }, by);
    }
    return { userId: person.userId, enabled: true };
  });

  app.delete<Params>('/api/people/:id/sign-in', async (request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    if (request.params.id === context.actor.id) throw new Refusal('forbidden');
    const { person, by } = asked(request, context);
    await people.disable(person, by);
    return reply.code(204).send();
  });

  app.post<Params>('/api/people/:id/invitation', async (request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    const { person, by } = asked(request, context);
    const { link } = readBody(request.body, { link: optional((input) => input === true) });
    const found = await around.directory.find(person);
    if (found === undefined) throw new Refusal('notFound');
    if (!found.email) throw refuse('invalid', 'noEmail');
    const signIns = await people.list(person.workspace);
    if (signIns.some(({ userId }) => userId === person.userId)) throw refuse('conflict', 'alreadySignsIn');
    if (link !== true && around.mail === undefined) throw refuse('conflict', 'noMail');
    const { href, until } = await invite(identity, found, by);
    if (link !== true) await sendInvitation(around, context, found, href, until);
    // Whoever hands the link over by himself answers for it; one that was sent is nobody's but the receiver's.
    return reply.code(201).send({ until: until.toISOString(), ...(link === true && { href }) });
  });

  app.delete<Params>('/api/people/:id/invitation', async (request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    const { person, by } = asked(request, context);
    if (!(await takeBack(identity, person, by))) throw new Refusal('notFound');
    return reply.code(204).send();
  });

  app.delete<Params>('/api/people/:id/sessions', async (request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    if (request.params.id === context.actor.id) throw new Refusal('forbidden');
    const { person, by } = asked(request, context);
    await people.endSessions(person, by);
    return reply.code(204).send();
  });

  app.delete<Params>('/api/people/:id/second-factor', async (request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    const { person, by } = asked(request, context);
    const holder = await people.alone(person);
    for (const { id } of await identity.passkeys.list(holder.identityId))
      await identity.passkeys.remove(holder, id, by);
    await identity.secondFactor.remove(holder, by);
    const found = await around.directory.find(person);
    if (found?.email) {
      const words = { name: found.name, company: context.workspace.label };
      const to = { name: found.name, address: found.email };
      await sendIdentityMail(around, { kind: 'secondFactorRemoved', locale: found.locale, to, words });
    }
    return reply.code(204).send();
  });

  app.get('/api/sign-in-policy', async (request) => {
    const { database, workspace } = await administratorContext(request, identity, contextOf);
    return readPolicy(database, workspace.name);
  });

  app.put('/api/sign-in-policy', async (request) => {
    const context = await administratorContext(request, identity, contextOf);
    const policy = readBody(request.body, { secondFactorRoles: required(roleNames(context.registry)) });
    const by = { actor: context.actor.id, ip: addressOf(request) };
    await writePolicy(context.database, context.workspace.name, policy, by);
    return policy;
  });
}

/** Whom a request is about, and who asks. */
function asked(request: FastifyRequest, { workspace, actor }: Context): { person: Person; by: Doer } {
  const userId = knownId((request.params as Params['Params']).id);
  return { person: { workspace: workspace.name, userId }, by: { actor: actor.id, ip: addressOf(request) } };
}

async function sendInvitation(
  around: Surroundings,
  { workspace, actor }: Context,
  { name, email, locale }: DirectoryPerson,
  href: string,
  until: Date,
): Promise<void> {
  const words = {
    name,
    company: workspace.label,
    inviter: actor.name,
    until: dayText(until, locale, workspace),
  };
  const to = { name, address: email ?? '' };
  const sent = await sendIdentityMail(around, { kind: 'invitation', locale, to, words, href });
  if (sent.outcome !== 'done') throw refuse('unavailable', 'mailNotSent', { reason: sent.reason });
}

function dayText(day: Date, locale: string, { timeZone }: Context['workspace']): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(day);
}

async function named(context: Context, id: string): Promise<{ name: string; email: string }> {
  return JSON.parse(await readRecord(context, context.registry.people, id, ['name', 'email']));
}

import type { FastifyInstance } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity.ts';
import { accept, readInvitation } from '../invitations.ts';
import { networkAddress } from '../network-address.ts';
import { parsePassword } from '../passwords/password-rule.ts';
import { optional, readBody, required } from '../read-body.ts';
import { addressOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { limitAttempts } from './limit-attempts.ts';
import { signInByPassword } from './sign-in-routes.ts';

const token = required((input) => textInput(input, 100));

/** `/api/auth/invitation`: what somebody does who was invited. */
export function invitationRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  const { directory } = around;

  app.post('/api/auth/invitation', async (request, reply) => {
    await limitAttempts(identity, `invitation ${networkAddress(addressOf(request))}`, 60);
    const sent = readBody(request.body, { token });
    const { workspace, name, email, existing } = await readInvitation(identity, directory, sent.token);
    const company = (await identity.workspaces.get(workspace))?.settings.company;
    return reply.header('cache-control', 'no-store').send({ company, name, email, existing });
  });

  app.post('/api/auth/invitation/accept', async (request, reply) => {
    const sent = readBody(request.body, { token, name: required((input) => textInput(input, 200)) });
    const invitation = await readInvitation(identity, directory, sent.token);
    const { email } = invitation;
    const { password } = readBody(request.body, {
      password: optional((input) => parsePassword(input, email ?? '')),
    });
    if (!invitation.existing && password === undefined)
      throw new Refusal('invalid', [{ field: 'password', code: 'required' }]);
    await accept(identity, invitation, { ...sent, password }, addressOf(request));
    if (sent.name !== invitation.name)
      await directory.change(
        invitation,
        { name: sent.name },
        'a name that its bearer wrote when he was invited',
      );
    reply.header('cache-control', 'no-store');
    // Whoever signs in elsewhere already has not been asked for his password yet.
    if (invitation.existing) return { email, signedIn: false };
    const done = await signInByPassword(identity, around, request, reply, { email, password });
    return { email, signedIn: !('next' in done), ...('next' in done && done) };
  });
}

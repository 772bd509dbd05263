import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const open = { type: 'object' };
const instant = { type: 'string', format: 'date-time' };
const uuid = { type: 'string', format: 'uuid' };

/** Coming in, going out, and what one decides about it oneself. */
export function signInCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  return [
    {
      ...{ method: 'post', path: '/api/auth/sign-in/email', id: 'signIn', tag, summary: say('signIn') },
      open: true,
      body: objectOf({ email: text, password: text, rememberMe: { type: 'boolean' } }, ['email', 'password']),
      answer: open,
      refuses: [401, 403, 422],
    },
    {
      ...{ method: 'post', path: '/api/auth/sign-out', id: 'signOut', tag, summary: say('signOut') },
      open: true,
      answer: open,
    },
    ...passwords(say, tag),
    ...invitations(say, tag),
    ...sessions(say, tag),
    ...acting(say, tag),
    ...services(say, tag),
  ];
}

function passwords(say: Phrases, tag: string): readonly Call[] {
  const path = '/api/auth/password-reset';
  return [
    {
      ...{ method: 'post', path: '/api/auth/change-password', id: 'changePassword', tag },
      summary: say('changePassword'),
      body: objectOf({ currentPassword: text, newPassword: text }),
      answer: open,
      refuses: [422],
    },
    {
      ...{ method: 'post', path, id: 'askPasswordReset', tag, summary: say('askPasswordReset') },
      ...{ open: true, body: objectOf({ email: text }), status: 202 },
      answer: objectOf({ sent: { type: 'boolean' } }),
      refuses: [422],
    },
    {
      ...{ method: 'post', path: `${path}/confirm`, id: 'resetPassword', tag, summary: say('resetPassword') },
      ...{ open: true, body: objectOf({ token: text, password: text }), status: 204 },
      refuses: [404, 422],
    },
  ];
}

function invitations(say: Phrases, tag: string): readonly Call[] {
  const path = '/api/auth/invitation';
  const one = '/api/people/{id}/invitation';
  return [
    {
      ...{ method: 'post', path: one, id: 'invite', tag, summary: say('invite') },
      body: objectOf({ link: { type: 'boolean' } }, []),
      status: 201,
      answer: objectOf({ until: instant, href: text }, ['until']),
      refuses: [403, 404, 409, 422],
    },
    {
      ...{ method: 'delete', path: one, id: 'takeBackInvitation', tag, summary: say('takeBackInvitation') },
      status: 204,
      refuses: [403, 404],
    },
    {
      ...{ method: 'post', path, id: 'readInvitation', tag, summary: say('readInvitation') },
      ...{ open: true, body: objectOf({ token: text }) },
      answer: objectOf({ company: text, name: text, email: text, existing: { type: 'boolean' } }),
      refuses: [404, 422],
    },
    {
      ...{ method: 'post', path: `${path}/accept`, id: 'acceptInvitation', tag },
      ...{ summary: say('acceptInvitation'), open: true },
      body: objectOf({ token: text, name: text, password: text }, ['token', 'name']),
      answer: objectOf({ email: text, signedIn: { type: 'boolean' } }),
      refuses: [404, 409, 422],
    },
  ];
}

function sessions(say: Phrases, tag: string): readonly Call[] {
  const session = objectOf(
    {
      ...{ id: uuid, signedInBy: text, ip: text, userAgent: text },
      ...{ createdAt: instant, lastSeenAt: instant, current: { type: 'boolean' } },
    },
    ['id', 'signedInBy', 'createdAt', 'lastSeenAt', 'current'],
  );
  const path = '/api/sessions';
  return [
    {
      ...{ method: 'get', path, id: 'listSessions', tag, summary: say('sessions') },
      answer: objectOf({ sessions: { type: 'array', items: session } }),
      refuses: [403],
    },
    {
      ...{ method: 'delete', path, id: 'endOtherSessions', tag, summary: say('endOtherSessions') },
      ...{ status: 204, refuses: [403] },
    },
    {
      ...{ method: 'delete', path: `${path}/{id}`, id: 'endSession', tag, summary: say('endSession') },
      ...{ status: 204, refuses: [403, 404] },
    },
  ];
}

function acting(say: Phrases, tag: string): readonly Call[] {
  return [
    {
      ...{ method: 'post', path: '/api/people/{id}/impersonation', id: 'actAs', tag, summary: say('actAs') },
      ...{
        body: objectOf({ reason: text }),
        status: 201,
        answer: objectOf({ minutes: { type: 'integer' } }),
      },
      refuses: [403, 404, 422],
    },
    {
      ...{ method: 'delete', path: '/api/impersonation', id: 'endActing', tag, summary: say('endActing') },
      ...{ status: 204, refuses: [404] },
    },
  ];
}

function services(say: Phrases, tag: string): readonly Call[] {
  const [all, keys] = ['/api/service-users', '/api/service-users/{id}/keys'];
  return [
    {
      ...{ method: 'get', path: all, id: 'listServiceUsers', tag, summary: say('serviceUsers') },
      ...{ answer: open, refuses: [403] },
    },
    {
      ...{ method: 'post', path: all, id: 'createServiceUser', tag, summary: say('createServiceUser') },
      body: objectOf({ name: text, roles: { type: 'array', items: text } }, ['name']),
      ...{ status: 201, answer: open, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: keys, id: 'createServiceKey', tag, summary: say('createServiceKey') },
      body: objectOf({ name: text, scopes: { type: 'array', items: text }, expiresAt: instant }, ['name']),
      ...{ status: 201, answer: open, refuses: [403, 404, 422] },
    },
    {
      ...{ method: 'delete', path: `${keys}/{key}`, id: 'deleteServiceKey', tag },
      ...{ summary: say('deleteServiceKey'), status: 204, refuses: [403, 404] },
    },
  ];
}

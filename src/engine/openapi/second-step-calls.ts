import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const boolean = { type: 'boolean' };
const open = { type: 'object' };
const codes = { type: 'array', items: text };
const password = objectOf({ password: text });

/** Codes beside the password, and passkeys instead of it. */
export function secondStepCalls(say: Phrases): readonly Call[] {
  return [...codeCalls(say), ...passkeyCalls(say), ...policyCalls(say)];
}

function codeCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  const [owed, own] = ['/api/auth/second-factor', '/api/second-factor'];
  const enrolment = objectOf({ secret: text, uri: text });
  const given = objectOf({ recoveryCodes: codes });
  return [
    {
      ...{ method: 'post', path: owed, id: 'signInByCode', tag, summary: say('signInByCode') },
      ...{ open: true, body: objectOf({ token: text, code: text }) },
      answer: objectOf({ recoveryCodes: codes }, []),
      refuses: [404, 422],
    },
    {
      ...{ method: 'post', path: `${owed}/enrol`, id: 'enrolAtSignIn', tag, summary: say('enrolAtSignIn') },
      ...{ open: true, body: objectOf({ token: text }), answer: enrolment, refuses: [404, 422] },
    },
    {
      ...{ method: 'get', path: own, id: 'readSecondFactor', tag, summary: say('secondFactor') },
      answer: objectOf({ enabled: boolean, recoveryCodes: { type: 'integer' }, demanded: boolean }),
      refuses: [403],
    },
    {
      ...{ method: 'post', path: own, id: 'beginSecondFactor', tag, summary: say('beginSecondFactor') },
      ...{ body: password, answer: enrolment, refuses: [403, 409, 422] },
    },
    {
      ...{ method: 'post', path: `${own}/confirm`, id: 'confirmSecondFactor', tag },
      ...{ summary: say('confirmSecondFactor'), body: objectOf({ code: text }) },
      ...{ answer: given, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: `${own}/recovery-codes`, id: 'renewRecoveryCodes', tag },
      ...{ summary: say('renewRecoveryCodes'), body: password, answer: given, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: `${own}/remove`, id: 'removeSecondFactor', tag },
      ...{ summary: say('removeSecondFactor'), body: password, status: 204, refuses: [403, 422] },
    },
    {
      ...{ method: 'delete', path: '/api/people/{id}/sessions', id: 'endSessionsOf', tag },
      ...{ summary: say('endSessionsOf'), status: 204, refuses: [403, 404] },
    },
    {
      ...{ method: 'delete', path: '/api/people/{id}/second-factor', id: 'resetSecondFactor', tag },
      ...{ summary: say('resetSecondFactor'), status: 204, refuses: [403, 404] },
    },
  ];
}

function passkeyCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  const [own, coming] = ['/api/passkeys', '/api/auth/passkey'];
  const passkey = objectOf({ id: text, name: text, createdAt: text, lastUsedAt: text }, ['id', 'name']);
  return [
    {
      ...{ method: 'get', path: own, id: 'listPasskeys', tag, summary: say('passkeys'), refuses: [403] },
      answer: objectOf({ passkeys: { type: 'array', items: passkey } }),
    },
    {
      ...{ method: 'post', path: `${own}/begin`, id: 'beginPasskey', tag, summary: say('beginPasskey') },
      ...{ body: password, answer: open, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: own, id: 'addPasskey', tag, summary: say('addPasskey'), status: 201 },
      ...{ body: objectOf({ name: text, response: open }), answer: passkey, refuses: [403, 422] },
    },
    {
      ...{ method: 'delete', path: `${own}/{id}`, id: 'removePasskey', tag, summary: say('removePasskey') },
      ...{ status: 204, refuses: [403, 404] },
    },
    {
      ...{ method: 'post', path: `${coming}/begin`, id: 'beginPasskeySignIn', tag, open: true },
      ...{ summary: say('beginPasskeySignIn'), body: open, answer: open },
    },
    {
      ...{ method: 'post', path: coming, id: 'signInByPasskey', tag, open: true },
      ...{ summary: say('signInByPasskey'), body: objectOf({ response: open }), answer: open },
      refuses: [401, 422],
    },
  ];
}

function policyCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  const path = '/api/sign-in-policy';
  const policy = objectOf({ secondFactorRoles: codes });
  return [
    {
      ...{ method: 'get', path, id: 'readSignInPolicy', tag, summary: say('signInPolicy') },
      ...{ answer: policy, refuses: [403] },
    },
    {
      ...{ method: 'put', path, id: 'updateSignInPolicy', tag, summary: say('updateSignInPolicy') },
      ...{ body: policy, answer: policy, refuses: [403, 422] },
    },
  ];
}

import type { Pool } from 'pg';
import type { Caller } from './caller.ts';
import type { Closure } from './closure.ts';
import { type FoundCaller, findKeyCaller, findSessionCaller } from './find-caller.ts';
import { fingerprint } from './fingerprint.ts';
import {
  type CredentialHeaders,
  type PresentedCredential,
  presentedCredential,
} from './presented-credential.ts';
import { type CallerDescription, RecentCallers, type RecentCallersOptions } from './recent-callers.ts';
import { sessionToken } from './sessions/session-cookie.ts';

export interface Authenticator {
  /** Who is asking, or undefined for nobody. Costs no statement while the credential was seen lately. */
  authenticate(headers: CredentialHeaders): Promise<Caller | undefined>;
  /** Why somebody is nobody though his credential is good: his workspace is closed. */
  closureFor(headers: CredentialHeaders): Promise<Closure | undefined>;
  /** Makes this server ask the database again about these callers; others notice within the lifetime. */
  forget(description: CallerDescription): void;
}

export interface AuthenticatorOptions extends RecentCallersOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly cookieName: string;
}

interface Presented {
  readonly credential: PresentedCredential;
  /** What the credential is remembered by. */
  readonly key: string;
}

interface Answer {
  readonly caller: Caller | undefined;
  readonly closure: Closure | undefined;
}

const nobody: Answer = { caller: undefined, closure: undefined };

/** Recognises callers by session cookie or `Authorization: Bearer KEY`. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { pool, secret, cookieName } = options;
  const recent = new RecentCallers(options);
  // Apart, so that a flood of bad keys cannot push out the good ones.
  const refused = new RecentCallers({ ...options, capacity: 1_000 });
  const underway = new Map<string, Promise<Answer>>();
  // A request is asked about more than once, and its credential's name takes a while to work out.
  const presented = new WeakMap<CredentialHeaders, Presented>();

  function presentedBy(headers: CredentialHeaders): Presented | undefined {
    const known = presented.get(headers);
    if (known !== undefined) return known;
    const credential = presentedCredential(headers, cookieName);
    if (credential === undefined) return undefined;
    const found = { credential, key: credential.via + fingerprint(credential.text) };
    presented.set(headers, found);
    return found;
  }

  function find(credential: PresentedCredential): Promise<FoundCaller | undefined> {
    if (credential.via === 'apiKey') return findKeyCaller(pool, credential.text);
    const token = sessionToken(credential.text, secret);
    return token === undefined ? Promise.resolve(undefined) : findSessionCaller(pool, token);
  }

  async function lookUp(key: string, credential: PresentedCredential): Promise<Answer> {
    const generation = recent.generation;
    try {
      const found = await find(credential);
      if (generation === recent.generation) {
        if (found?.caller === undefined) refused.remember(key, undefined, undefined, found?.closure);
        else recent.remember(key, found.caller, found.expiresAt);
      }
      return { caller: found?.caller, closure: found?.closure };
    } finally {
      if (generation === recent.generation) underway.delete(key);
    }
  }

  async function answerTo(headers: CredentialHeaders): Promise<Answer> {
    const found = presentedBy(headers);
    if (found === undefined) return nobody;
    const { credential, key } = found;
    const known = recent.recall(key) ?? refused.recall(key);
    if (known !== undefined) return known;
    let answer = underway.get(key);
    if (answer === undefined) {
      answer = lookUp(key, credential);
      underway.set(key, answer);
    }
    return answer;
  }

  return {
    authenticate: async (headers) => (await answerTo(headers)).caller,
    closureFor: async (headers) => (await answerTo(headers)).closure,
    forget(description) {
      recent.forget(description);
      refused.clear();
      underway.clear();
    },
  };
}

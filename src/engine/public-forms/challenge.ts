import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '#kernel/problem.ts';

/** What a browser has to work out before an answer is taken. */
export interface Challenge {
  /** Says which showing of which form this is; signed, so that nobody makes his own. */
  readonly token: string;
  /** The part of the token that is hashed. */
  readonly nonce: string;
  /** A number is sought for which the SHA-256 of `nonce:number` begins with so many zero bits. */
  readonly bits: number;
  /** Seconds that people need at least to fill the form in, and after which it must be shown anew. */
  readonly least: number;
  readonly most: number;
}

/** What was shown to whom, as far as an answer to it depends on that. */
export interface Showing {
  readonly form: string;
  readonly language: 'en' | 'zh-CN';
  /** Of the texts that were to be agreed to. */
  readonly print: string;
}

interface Signed extends Showing {
  readonly nonce: string;
  readonly bits: number;
  readonly at: number;
}

/** About a tenth of a second on a desktop, one or two on an old phone, while the person still types. */
const usualBits = 16;
const least = 2;
const most = 2 * 3600;

/** Sets a new task for one showing of a form. */
export function newChallenge(secret: string, showing: Showing, now: number): Challenge {
  const signed: Signed = {
    ...showing,
    ...{ nonce: randomBytes(12).toString('base64url'), bits: usualBits, at: now },
  };
  const content = Buffer.from(JSON.stringify(signed)).toString('base64url');
  return {
    token: `${content}.${signature(secret, content)}`,
    nonce: signed.nonce,
    bits: usualBits,
    least,
    most,
  };
}

/** Says which showing an answer is to, and refuses one that no person in front of a browser can have sent. */
export function checkChallenge(
  secret: string,
  form: string,
  { token, solution, trap }: { readonly token: unknown; readonly solution: unknown; readonly trap: unknown },
  now: number,
): Signed {
  const signed = typeof token === 'string' ? opened(secret, token) : undefined;
  if (signed === undefined || signed.form !== form) return refuse('formChallenge');
  if (now - signed.at > most * 1000) return refuse('formExpired');
  if (now - signed.at < least * 1000) return refuse('formTooFast');
  if (typeof solution !== 'string' || !/^\d{1,15}$/.test(solution) || !solves(signed, solution))
    return refuse('formChallenge');
  // A field that people do not see, and programs fill in.
  if (typeof trap === 'string' && trap !== '') return refuse('formTrap');
  return signed;
}

function opened(secret: string, token: string): Signed | undefined {
  const [content = '', sign = ''] = token.slice(0, 1000).split('.');
  const [own, given] = [Buffer.from(signature(secret, content)), Buffer.from(sign)];
  if (own.length !== given.length || !timingSafeEqual(own, given)) return undefined;
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as Signed;
}

function signature(secret: string, content: string): string {
  return createHmac('sha256', `${secret} public forms`).update(content).digest('base64url');
}

function solves({ nonce, bits }: Signed, solution: string): boolean {
  const hash = createHash('sha256').update(`${nonce}:${solution}`).digest();
  return hash.readUInt32BE(0) >>> (32 - bits) === 0;
}

function refuse(code: string): never {
  throw new Refusal('invalid', [{ field: 'challenge', code }]);
}

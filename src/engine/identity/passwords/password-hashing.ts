import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * A hash takes 32 MB and a thread for a while. Node has four such threads for files and names too:
 * two hashes at a time leave room for everything else, however many people try passwords.
 */
const most = 2;
let underway = 0;
const waiting: (() => void)[] = [];

/** `salt:key`, in hexadecimal. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${(await derive(password, salt)).toString('hex')}`;
}

/** Whether this password made this hash; rejects what is no hash. */
export async function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  const [salt = '', key = ''] = attempt.hash.split(':');
  const expected = Buffer.from(key, 'hex');
  if (expected.length !== keyLength) throw new Error('This is not the hash of a password.');
  return timingSafeEqual(await derive(attempt.password, salt), expected);
}

/** Takes as long as a comparison, where there is nothing to compare with. */
export async function pretendToVerify(password: string): Promise<false> {
  await derive(password, 'nobody');
  return false;
}

const keyLength = 64;
const scryptAsync = promisify<string, string, number, object, Buffer>(scrypt);

function derive(password: string, salt: string): Promise<Buffer> {
  const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
  return inTurn(() => scryptAsync(password.normalize('NFKC'), salt, keyLength, cost));
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (underway < most) underway += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) underway -= 1;
    else next();
  }
}

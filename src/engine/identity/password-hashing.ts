import * as scrypt from 'better-auth/crypto';

/**
 * A hash takes 32 MB and a thread for a while. Node has four such threads for files and names too:
 * two hashes at a time leave room for everything else, however many people try passwords.
 */
const most = 2;
let underway = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => scrypt.hashPassword(password));
}

export function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  return inTurn(() => scrypt.verifyPassword(attempt));
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

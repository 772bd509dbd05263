import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a guest answers without signing in: the address names his invitation and is signed, so that nobody guesses one. */
export function answerAddress(baseUrl: string, secret: string, workspace: string, id: string): string {
  return `${baseUrl}/guests/${workspace}/${id}/${signature(secret, workspace, id)}`;
}

/** Whether it was we who made it. */
export function isSigned(secret: string, workspace: string, id: string, sign: string): boolean {
  const [own, given] = [Buffer.from(signature(secret, workspace, id)), Buffer.from(sign)];
  return own.length === given.length && timingSafeEqual(own, given);
}

function signature(secret: string, workspace: string, id: string): string {
  const made = createHmac('sha256', `${secret} guests`).update(`${workspace} ${id}`).digest();
  return made.subarray(0, 18).toString('base64url');
}

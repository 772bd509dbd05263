import { createHmac, timingSafeEqual } from 'node:crypto';

/** The end of an address that nobody is to guess: made of what it leads to and for what. */
export function addressSign(secret: string, purpose: string, ...place: readonly string[]): string {
  const made = createHmac('sha256', `${secret} ${purpose}`).update(place.join(' ')).digest();
  return made.subarray(0, 18).toString('base64url');
}

/** Whether it was we who made it. */
export function isAddressSign(
  sign: string,
  secret: string,
  purpose: string,
  ...place: readonly string[]
): boolean {
  const [own, given] = [Buffer.from(addressSign(secret, purpose, ...place)), Buffer.from(sign)];
  return own.length === given.length && timingSafeEqual(own, given);
}

import type { Allowance } from './attempts.ts';
import { fingerprint } from './fingerprint.ts';
import { networkAddress } from './network-address.ts';

/**
 * How often somebody may be wrong about a password. Only failures stay counted, so a whole office can sign in
 * from one address; one person guessing is stopped soon, many guessing at one person are stopped later.
 */
export function signInAllowances(email: string, address: string): Allowance[] {
  const who = fingerprint(email.trim().toLowerCase());
  const where = networkAddress(address);
  return [
    { key: `sign-in ${who} ${where}`, max: 10, seconds: 600 },
    { key: `sign-in ${who}`, max: 100, seconds: 3600 },
    { key: `sign-in from ${where}`, max: 100, seconds: 600 },
  ];
}

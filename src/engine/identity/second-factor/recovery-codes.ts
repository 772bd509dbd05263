import { randomInt } from 'node:crypto';
import { fingerprint } from '../fingerprint.ts';

/** Letters and digits that cannot be taken for each other on paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes to be kept on paper, each good for one sign-in without the device. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 10 }, () => `${group()}-${group()}`);
}

/** How a code is kept: by its fingerprint, however it was typed. */
export function recoveryFingerprint(code: string): string {
  return fingerprint(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

import { randomBytes } from 'node:crypto';

/** The prefix lets people and secret scanners recognise a key that strayed into a file. */
const prefix = 'gx_';

export const apiKeyPattern = /^gx_[A-Za-z0-9_-]{43}$/;

/** A new key: 256 random bits, so its plain SHA-256 cannot be searched for. */
export function newApiKeyText(): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** Enough of a key to tell one from another in a list, far too little to guess the rest. */
export function apiKeyStart(text: string): string {
  return text.slice(0, prefix.length + 4);
}

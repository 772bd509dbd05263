import { randomBytes } from 'node:crypto';
import { openText, sealText } from '../identity/sealed-text.ts';

/** A new key of a workspace, locked with the installation's secret. */
export function newKey(secret: string): string {
  return sealText(randomBytes(32).toString('base64url'), secret);
}

/** Undefined when it was locked with another secret. */
export function openKey(locked: string, secret: string): Uint8Array | undefined {
  try {
    return new Uint8Array(Buffer.from(openText(locked, secret), 'base64url'));
  } catch {
    return undefined;
  }
}

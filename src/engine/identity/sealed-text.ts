import { hkdfSync } from 'node:crypto';
import { closeBytes, openBytes } from '../sealing/cipher.ts';

/** A secret that has to be read again, as it stands in a table: AES-256-GCM with a key from the installation's secret. */
export function sealText(text: string, secret: string): string {
  return closeBytes(keyOf(secret), Buffer.from(text));
}

/** Reads a sealed secret; throws when it was sealed with another secret or changed since. */
export function openText(sealed: string, secret: string): string {
  return openBytes(keyOf(secret), sealed).toString('utf8');
}

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'guanxi sealed text', 32));
}

import { hash } from 'node:crypto';

/**
 * One-way name of a secret. Secrets are looked up, in memory and in tables, by this name only:
 * how long a lookup takes says nothing about the secret, and whoever reads the table cannot use what he finds.
 */
export function fingerprint(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

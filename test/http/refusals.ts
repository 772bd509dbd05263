import assert from 'node:assert/strict';
import type { Answer } from './product.ts';

/** What an answer that refuses says, field by field; fails for one that does not refuse. */
export function refusals({ status, body }: Answer): [string, ...string[]] {
  assert.equal(status, 422, JSON.stringify(body));
  return body.errors.map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`);
}

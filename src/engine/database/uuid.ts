import { v7 } from 'uuid';

/** A new record id: UUID version 7 (RFC 9562), which sorts by the time it was made. */
export function uuidv7(): string {
  return v7();
}

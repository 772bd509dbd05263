import { instantInput } from '#kernel/field/date-time/date-time.ts';
import type { PushAddress } from '#kernel/port/push-sender.ts';
import { type Complaint, Refusal, Unacceptable } from '#kernel/problem.ts';
import type { NotificationChange } from '../notifications/mark-notifications.ts';

type Given = Readonly<Record<string, unknown>>;

/** Longest push address that is kept. */
const longest = 2000;

/** `{"read": true, "snoozed": "2026-11-27T01:00:00Z"}`: either, or both. */
export function notificationChange(given: Given): NotificationChange {
  const complaints: Complaint[] = Object.keys(given)
    .filter((name) => name !== 'read' && name !== 'snoozed')
    .map((name) => ({ field: name.slice(0, 100), code: 'unknownField' }));
  const { read, snoozed } = given;
  if (read !== undefined && typeof read !== 'boolean') complaints.push({ field: 'read', code: 'notBoolean' });
  let until: string | null | undefined;
  try {
    until = snoozed === undefined || snoozed === null ? snoozed : instantInput(snoozed);
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    complaints.push({ field: 'snoozed', code: error.code });
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return {
    ...(typeof read === 'boolean' && { read }),
    ...(until !== undefined && { snoozed: until }),
  };
}

/** A browser's own description of where it is reached: `{"endpoint", "keys": {"p256dh", "auth"}}`. */
export function pushAddress(given: Given, objection: (endpoint: string) => string | undefined): PushAddress {
  const { endpoint, keys } = given;
  const { p256dh, auth } = (keys ?? {}) as Given;
  const complaints: Complaint[] = [];
  const unfit = typeof endpoint === 'string' && endpoint.length <= longest ? objection(endpoint) : 'notAUrl';
  if (unfit !== undefined) complaints.push({ field: 'endpoint', code: unfit });
  // An uncompressed point of the curve, and sixteen bytes.
  if (!isBytes(p256dh, 65)) complaints.push({ field: 'keys.p256dh', code: 'notAPushKey' });
  if (!isBytes(auth, 16)) complaints.push({ field: 'keys.auth', code: 'notAPushKey' });
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return { endpoint: endpoint as string, p256dh: p256dh as string, auth: auth as string };
}

function isBytes(text: unknown, length: number): boolean {
  return (
    typeof text === 'string' &&
    /^[\w-]+={0,2}$/.test(text) &&
    Buffer.from(text, 'base64url').length === length
  );
}

import type { Sending } from '#kernel/port/sending.ts';
import { Unacceptable } from '#kernel/problem.ts';

/** "Authentication required". */
const signInFirst = 530;

/**
 * What a failure means: a 5xx answer to this mail or its receiver and impossible addresses are final. Everything else
 * may pass: a server that is down, 4xx, and refused credentials, which are not the mail's fault.
 */
export function outcomeOf(error: unknown): Sending {
  const { message, code, responseCode, response } = error as Partial<{
    message: string;
    code: string;
    responseCode: number;
    response: string;
  }>;
  const reason = response ?? message ?? String(error);
  if (error instanceof Unacceptable) return { outcome: 'refused', reason: error.code };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const final = ofThisMail && (responseCode ?? 0) >= 500 && responseCode !== signInFirst;
  return { outcome: final ? 'refused' : 'later', reason };
}

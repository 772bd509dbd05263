import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';

/** Counts an attempt and refuses it when there were too many within ten minutes. */
export async function limitAttempts(identity: Identity, key: string, max: number): Promise<void> {
  const seconds = await identity.attempts.count([{ key, max, seconds: 600 }]);
  if (seconds > 0) throw refuse('tooMany', 'tooManyAttempts', { seconds });
}

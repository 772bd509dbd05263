import { setTimeout as pause } from 'node:timers/promises';

/** What is looked for, as soon as it is there; fails when it is not within ten seconds. */
export async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(25);
  }
  throw new Error('It did not happen within ten seconds');
}

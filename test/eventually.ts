import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds of waiting: between looks a third of what has gone by, so that a long wait leaves the processor to others. */
const wait = { least: 25, most: 250, all: 30_000 };

/** What is looked for, soon after it is there; fails when it is not within half a minute: a machine with much to do must not make a test fail. */
export async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let waited = 0; waited < wait.all; ) {
    const found = await look();
    if (found !== undefined) return found;
    const next = Math.min(Math.max(waited / 3, wait.least), wait.most);
    await pause(next);
    waited += next;
  }
  throw new Error('It did not happen within half a minute');
}

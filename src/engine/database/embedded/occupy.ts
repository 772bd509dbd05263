import { setTimeout as pause } from 'node:timers/promises';
import { bringUp } from './bring-up.ts';
import type { Cluster } from './cluster.ts';
import { claim, DirectoryInUse, type Guard, type Terms } from './guard.ts';

const patience = 5000;

/** Brings a server up and claims it; once more when it went away in between, stopped by its last user. */
export async function occupy(cluster: Cluster, terms: Terms & { keepPort?: boolean }): Promise<Guard> {
  const deadline = Date.now() + patience;
  for (;;) {
    await bringUp(cluster, { keepPort: terms.keepPort });
    try {
      return await claim(cluster, terms);
    } catch (error) {
      if (error instanceof DirectoryInUse || Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

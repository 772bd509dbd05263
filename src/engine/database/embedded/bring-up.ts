import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { launch, type Outcome } from './launch.ts';
import { freePort } from './port.ts';
import { disownStaleLock, findPostmaster } from './postmaster.ts';

const patience = 20_000;

/** Sees to it that a server runs on these files and answers: the one that runs already, or a new one. */
export async function bringUp(cluster: Cluster, { keepPort = false } = {}): Promise<void> {
  const deadline = Date.now() + patience;
  let preferred = cluster.port;
  for (;;) {
    const port = await takeOver(cluster);
    if (port !== undefined) {
      cluster.port = port;
      return;
    }
    disownStaleLock(cluster.directory);
    const next = keepPort && preferred !== undefined ? preferred : await freePort(preferred);
    const outcome = await launch(cluster, next);
    if (outcome.ready) {
      cluster.port = next;
      return;
    }
    if (Date.now() > deadline || !passes(outcome))
      throw new Error(`PostgreSQL does not start:\n${outcome.log}`);
    if (!keepPort && /could not bind|could not create any TCP/.test(outcome.log)) preferred = undefined;
    await pause(100);
  }
}

/** Waits while a running server starts up, recovers or shuts down; gives its port once it is ready. */
async function takeOver(cluster: Cluster): Promise<number | undefined> {
  for (;;) {
    const running = findPostmaster(cluster.directory);
    if (!running) return undefined;
    if (running.ready) return running.port;
    await pause(15);
  }
}

/** Reasons that go away: a rival that was quicker, children of a killed server, an address in use. */
function passes({ log }: Extract<Outcome, { ready: false }>): boolean {
  return /lock file "postmaster.pid"|shared memory block|could not bind|could not create any TCP/.test(log);
}

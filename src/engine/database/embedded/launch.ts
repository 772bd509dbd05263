import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';
import { writeOwned, writePrivate } from './private-file.ts';
import { serverEnvironment } from './server-environment.ts';
import { serverSettings, settingsFile } from './settings.ts';

export type Outcome = { readonly ready: true } | { readonly ready: false; readonly log: string };

/** Starts a server on these files and waits until it is ready or has given up. */
export async function launch(cluster: Cluster, port: number): Promise<Outcome> {
  const { directory, user, binaries, password } = cluster;
  const settings = serverSettings(port, cluster.settings);
  writeOwned(join(directory, 'guanxi.conf'), settingsFile(settings), user);
  writePrivate(directory, { password, port }, user);
  const log = openLog(cluster.log);
  const server = spawn(binaries.postgres, ['-D', directory], {
    ...user,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log.file, log.file],
    // In a session of its own, Ctrl-C on our terminal reaches only us, and we stop it in order.
    detached: true,
  });
  closeSync(log.file);
  server.unref();
  let ended = false;
  server.once('error', () => {
    ended = true;
  });
  const slow = Date.now() + 5000;
  let told = false;
  while (!ended && server.exitCode === null && server.signalCode === null) {
    const running = findPostmaster(directory);
    if (running?.ready && running.pid === server.pid) return { ready: true };
    if (!told && Date.now() > slow) {
      told = true;
      cluster.report('The database is still recovering from the last time; this may take a while.');
    }
    await pause(10);
  }
  return { ready: false, log: readFileSync(cluster.log, 'utf8').slice(log.start).trim() };
}

/** Opens the log at its end; a long one is set aside first. */
function openLog(path: string): { file: number; start: number } {
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size() > 10_000_000) renameSync(path, `${path}.1`);
  return { start: size(), file: openSync(path, 'a', 0o600) };
}

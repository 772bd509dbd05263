import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter } from './account.ts';
import type { Cluster } from './cluster.ts';
import { createCluster } from './create-cluster.ts';
import { clusterPath, logPath, systemDataDirectory } from './places.ts';
import { readPrivate } from './private-file.ts';

type Request = Pick<Cluster, 'account' | 'binaries' | 'settings' | 'report'> & { readonly directory: string };

/** The database files in a directory, created on the first start. */
export async function openCluster(request: Request): Promise<Cluster> {
  const { directory: parent, account, binaries, settings, report } = request;
  const path = clusterPath(parent);
  if (!existsSync(path)) {
    const place = reachablePlace(parent, account);
    await createCluster(place, binaries, account);
    if (place !== path) {
      symlinkSync(place, path);
      report(
        `The database cannot live in ${parent}, which the unprivileged account that runs it may not enter. ` +
          `It was created in ${place}, and ${path} points there.`,
      );
    }
  }
  const directory = realpathSync(path);
  const { password, port } = readPrivate(directory);
  return { directory, log: logPath(parent), account, binaries, settings, password, port, report };
}

function reachablePlace(parent: string, account: Account | undefined): string {
  if (!account || canEnter(account, parent)) return clusterPath(parent);
  const name = `${basename(dirname(parent))}-${basename(parent)}-${randomBytes(4).toString('hex')}`;
  mkdirSync(systemDataDirectory, { recursive: true, mode: 0o755 });
  return join(systemDataDirectory, name);
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { createCluster } from './create-cluster.ts';
import { clusterPath, logPath, systemDataDirectory } from './places.ts';
import { readPrivate } from './private-file.ts';
import { canEnter, type SystemUser } from './system-user.ts';

type Request = Pick<Cluster, 'user' | 'binaries' | 'settings' | 'report'> & {
  readonly directory: string;
  readonly fill?: Fill | undefined;
};

/** Makes the database files in a place, for the user that will run the server. */
export type Fill = (place: string, user: SystemUser | undefined) => Promise<void>;

/** The database files in a directory, created on the first start. */
export async function openCluster(request: Request): Promise<Cluster> {
  const { directory: parent, user, binaries, settings, report } = request;
  const path = clusterPath(parent);
  if (!existsSync(path)) {
    const place = reachablePlace(parent, user);
    await (request.fill?.(place, user) ?? createCluster(place, binaries, user));
    if (place !== path) {
      symlinkSync(place, path);
      report(
        `The database cannot live in ${parent}, which the unprivileged user that runs it may not enter. ` +
          `It was created in ${place}, and ${path} points there.`,
      );
    }
  }
  const directory = realpathSync(path);
  const { password, port } = readPrivate(directory);
  return { directory, log: logPath(parent), user, binaries, settings, password, port, report };
}

function reachablePlace(parent: string, user: SystemUser | undefined): string {
  if (!user || canEnter(user, parent)) return clusterPath(parent);
  const name = `${basename(dirname(parent))}-${basename(parent)}-${randomBytes(4).toString('hex')}`;
  mkdirSync(systemDataDirectory, { recursive: true, mode: 0o755 });
  return join(systemDataDirectory, name);
}

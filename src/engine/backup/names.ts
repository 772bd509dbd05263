const ending = '.guanxi';
const folder = 'backups';

/** Names of backups sort by the time they were begun: `2026-11-26T02-30-00-000Z`. */
export function backupName(at: Date): string {
  return at.toISOString().replaceAll(/[:.]/g, '-');
}

/** Where the database of a backup is. */
export function archivePath(name: string): string {
  return `${folder}/${name}${ending}`;
}

/** Where the keys of sealed values are, of all backups together: what is destroyed there no backup can open. */
export const keysPath = 'keys.sealed';

/** Where it is noted which contents a backup needs. */
export function contentsPath(name: string): string {
  return `${folder}/${name}.files`;
}

/** The name of a backup by the path of its database; undefined for what is something else. */
export function nameOfArchive(path: string): string | undefined {
  return path.endsWith(ending) ? path.slice(folder.length + 1, -ending.length) : undefined;
}

export const archiveFolder = folder;

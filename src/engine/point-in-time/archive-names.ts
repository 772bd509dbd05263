/** Everything for going back to a moment lies in one folder, apart for each database cluster there ever was. */
export const archiveFolder = 'archive';

/** `2026-11-26T02-30-00-000Z`: sorts by time and is a name on every disk. */
export function momentName(at: Date): string {
  return at.toISOString().replaceAll(/[:.]/g, '-');
}

export function momentOf(name: string): Date {
  return new Date(name.replace(/T(..)-(..)-(..)-(...)Z$/, 'T$1:$2:$3.$4Z'));
}

/** A copy of a cluster's files: begun at this moment, to be read on from this segment of the write-ahead log. */
export interface BaseName {
  readonly system: string;
  readonly at: Date;
  readonly segment: string;
}

export function basePath({ system, at, segment }: BaseName, part: 'guanxi' | 'facts' | 'files'): string {
  return `${archiveFolder}/${system}/base/${momentName(at)}_${segment}.${part}`;
}

/** A base by the path of its facts, which are written last: without them it is not whole. */
export function baseNamed(path: string): BaseName | undefined {
  const [, system, at, segment] = /^archive\/(\d+)\/base\/([^_]+)_([0-9A-F]{24})\.facts$/.exec(path) ?? [];
  return system && at && segment ? { system, at: momentOf(at), segment } : undefined;
}

/** A segment of the write-ahead log, or the history of a timeline, and when it was complete. */
export interface LogName {
  readonly system: string;
  readonly file: string;
  readonly at: Date;
}

export function logPath({ system, file, at }: LogName): string {
  return `${archiveFolder}/${system}/wal/${file}_${momentName(at)}`;
}

export function logNamed(path: string): LogName | undefined {
  const [, system, file, at] =
    /^archive\/(\d+)\/wal\/([0-9A-F]{24}|[0-9A-F]{8}\.history)_(.+)$/.exec(path) ?? [];
  return system && file && at ? { system, file, at: momentOf(at) } : undefined;
}

/** Where it is noted which contents of files came since the note before. */
export function momentPath(system: string, at: Date): string {
  return `${archiveFolder}/${system}/moments/${momentName(at)}.files`;
}

export function momentNamed(path: string): { readonly system: string; readonly at: Date } | undefined {
  const [, system, at] = /^archive\/(\d+)\/moments\/(.+)\.files$/.exec(path) ?? [];
  return system && at ? { system, at: momentOf(at) } : undefined;
}

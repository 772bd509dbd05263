/** Beside the database files: while this folder is there, the server puts its write-ahead log into it, piece by piece. */
export const archiveSpool = 'guanxi-wal';

/**
 * Lets the server archive when somebody wants it, without starting anew. A piece has its name when it is on the disk; a
 * shell does that, which Windows has not.
 */
export function archiveSettings(): Readonly<Record<string, string>> {
  if (process.platform === 'win32') return {};
  const part = `${archiveSpool}/%f.part`;
  const keep = `cp "%p" "${part}" && sync "${part}" && mv "${part}" "${archiveSpool}/%f"`;
  return { archive_mode: 'on', archive_command: `if test -d ${archiveSpool}; then ${keep}; fi` };
}

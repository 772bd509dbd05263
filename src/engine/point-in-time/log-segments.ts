import { BackupFault } from '../backup/backup-fault.ts';
import { type BaseName, type LogName, logNamed } from './archive-names.ts';

/**
 * What is to be read on from a copy to reach a moment: the segments of its timeline from its own on, up to the first that
 * was complete after that moment. A segment that is missing in between is refused, as nothing after it could be read.
 */
export function logSegments(
  paths: readonly string[],
  base: BaseName,
  until: Date | undefined,
): readonly (LogName & { readonly path: string })[] {
  const all = paths.flatMap((path) => {
    const named = logNamed(path);
    return named?.system === base.system ? [{ ...named, path }] : [];
  });
  const histories = all.filter(({ file }) => file.endsWith('.history'));
  const needed: (LogName & { readonly path: string })[] = [];
  let expected = base.segment;
  for (const each of all) {
    if (!each.file.startsWith(base.segment.slice(0, 8)) || each.file < expected) continue;
    if (each.file.endsWith('.history')) continue;
    if (each.file !== expected)
      throw new BackupFault(`The log of the database is not whole: ${expected} is missing from the archive.`);
    needed.push(each);
    expected = segmentAfter(expected);
    if (until !== undefined && each.at > until) break;
  }
  return [...histories, ...needed];
}

/** Of 16 MB each, as the product's own server makes them: 256 to a number of 32 bits. */
export function segmentAfter(segment: string): string {
  const [timeline, high, low] = [segment.slice(0, 8), segment.slice(8, 16), segment.slice(16)];
  const next = Number.parseInt(high, 16) * 256 + Number.parseInt(low, 16) + 1;
  const hexadecimal = (number: number) => number.toString(16).toUpperCase().padStart(8, '0');
  return timeline + hexadecimal(Math.floor(next / 256)) + hexadecimal(next % 256);
}

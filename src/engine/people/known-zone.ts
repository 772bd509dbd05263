const judged = new Map<string, boolean>();

/** The time zone when there is such a one: what an importer wrote must not lock a person out. */
export function knownZone(name: string): string {
  let known = judged.get(name);
  if (known === undefined) {
    known = isZone(name);
    if (judged.size < 2000) judged.set(name, known);
  }
  return known ? name : 'UTC';
}

/** Whether there is such a time zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // A bare offset is read the other way round by PostgreSQL.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

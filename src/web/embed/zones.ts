/** The time zone of the browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}

/** Zones to choose from, those that concern this form first. */
export function zonesFrom(first: readonly string[]): readonly string[] {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...first, ...all])];
}

/** A day and an hour as people read them in a language and zone. */
export function written(start: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(new Date(start));
}

/** From when to when, with the day and the name of the zone. */
export function spanWritten(from: string, to: string | null, language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language, {
    ...{ timeZone, dateStyle: 'full', timeStyle: 'short' },
  });
  const span = to === null ? format.format(new Date(from)) : format.formatRange(new Date(from), new Date(to));
  return `${span} · ${zoneName(timeZone)}`;
}

/** A zone as people read it. */
export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

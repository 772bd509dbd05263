/** Every time zone the browser knows, the present one among them. */
export function timeZoneChoices(present: string): string[] {
  return [...new Set([present, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}

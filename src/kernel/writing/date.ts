import { momentFormat } from './intl-formats.ts';

/** Writes a calendar day: `Nov 23, 2026`, and in Chinese as offices write it, `2026-11-23`. */
export function formatDate(value: string, locale: string): string {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return value;
  if (locale.startsWith('zh')) return value.slice(0, 10);
  return momentFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}

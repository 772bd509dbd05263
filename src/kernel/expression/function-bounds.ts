/** How far functions of an expression go; beyond it their value is empty, in memory and in the database alike. */
export const functionBounds = {
  /** Characters that are counted, cut out or replaced. */
  characters: 10_000,
  /** Characters of what is put in the place of others. */
  replacement: 255,
  /** How often a text is repeated, and how long it is made by filling it up. */
  repeats: 100,
  width: 255,
  /** What a number is taken to a power of, either way from zero, and the highest power. */
  base: 1_000_000_000_000_000,
  power: 100,
  days: 1_460_000,
  months: 48_000,
  years: 4_000,
  hours: 2_000_000,
} as const;

/** What texts are trimmed of: spaces of every width, tabs and ends of lines. */
export const blanks =
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What `startOf` and `endOf` know. */
export const calendarUnits = ['week', 'month', 'quarter', 'year'] as const;

export type CalendarUnit = (typeof calendarUnits)[number];

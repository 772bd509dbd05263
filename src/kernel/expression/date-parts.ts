const parts = ['day', 'week', 'month', 'quarter', 'year'] as const;

type DatePart = (typeof parts)[number];

export function isDatePart(word: string): word is DatePart {
  return (parts as readonly string[]).includes(word);
}

/** The part that a day is in, written as the server writes it: `2026-11`, `2026-Q4`, `2026-W48`. */
export function datePartKey(day: string, part: string): string {
  const [year = '', month = ''] = day.split('-');
  if (part === 'year') return year;
  if (part === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  if (part === 'month') return `${year}-${month}`;
  if (part === 'day') return day;
  // The week belongs to the year in which its Thursday lies.
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The days of a part, from the first up to, not including, the second. */
export function datePartRange(key: string, part: string): readonly [from: string, until: string] {
  const [year = '', rest = ''] = key.split('-');
  const number = Number(rest.replace(/\D/g, ''));
  switch (part) {
    case 'year':
      return [onDay(Number(year), 0, 1), onDay(Number(year) + 1, 0, 1)];
    case 'quarter':
      return [onDay(Number(year), 3 * (number - 1), 1), onDay(Number(year), 3 * number, 1)];
    case 'month':
      return [onDay(Number(year), number - 1, 1), onDay(Number(year), number, 1)];
    case 'week': {
      const fourth = new Date(Date.UTC(Number(year), 0, 4));
      const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (number - 1);
      return [onDay(Number(year), 0, monday), onDay(Number(year), 0, monday + 7)];
    }
    default: {
      const [, month, day] = key.split('-').map(Number);
      return [key, onDay(Number(year), (month ?? 1) - 1, (day ?? 1) + 1)];
    }
  }
}

function onDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

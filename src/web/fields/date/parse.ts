const ISO = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const SHORT = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
const RELATIVE: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  tomorrow: 1,
  明天: 1,
  后天: 2,
  yesterday: -1,
  昨天: -1,
};

/** Reads a typed day: `2026-11-23`, `2026年11月23日`, `11/23`, `tomorrow`, `+7`. Null when it is not one. */
export function parseDate(text: string, today: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const relative = RELATIVE[plain] ?? (/^[+-]\d{1,4}$/.test(plain) ? Number(plain) : undefined);
  if (relative !== undefined) return addDays(today, relative);
  const full = ISO.exec(plain);
  if (full) return checked(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = SHORT.exec(plain);
  if (short) return checked(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]));
  return null;
}

/** The day so many days after another. */
export function addDays(day: string, count: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
}

/** A day that exists, or null: the 30th of February is not moved into March. */
function checked(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

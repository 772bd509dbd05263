const UNIT_SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(d|days?|天)$/, 86_400],
  [/^(h|hrs?|hours?|小时|时|个小时)$/, 3600],
  [/^(m|mins?|minutes?|分钟|分)$/, 60],
  [/^(s|secs?|seconds?|秒)$/, 1],
];

/** Reads a typed length of time: `90` (minutes), `1:30`, `1h 30m`, `1.5小时`. Seconds, or null. */
export function parseDuration(text: string): number | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 60);
  const clock = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*([a-z\u4e00-\u9fff]+)\s*/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== plain) return null;
  let total = 0;
  for (const [, count, unit = ''] of parts) {
    const seconds = UNIT_SECONDS.find(([name]) => name.test(unit))?.[1];
    if (seconds === undefined) return null;
    total += Number(count) * seconds;
  }
  return Math.round(total);
}

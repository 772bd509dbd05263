import type { ValidationRule } from '#kernel/object.ts';

/** Within which bounds each number lies; a text tells them. */
const limits = {
  minutes: { least: 5, most: 480, code: 'bookingMinutes' },
  noticeHours: { least: 0, most: 720, code: 'bookingNotice' },
  daysAhead: { least: 1, most: 90, code: 'bookingDays' },
  gapBefore: { least: 0, most: 240, code: 'bookingGap' },
  gapAfter: { least: 0, most: 240, code: 'bookingGap' },
  dailyLimit: { least: 1, most: 50, code: 'bookingDaily' },
} as const;

export const bookingLimits: readonly ValidationRule[] = Object.entries(limits).map(
  ([field, { least, most, code }]) => ({
    ...{ field, code },
    when: { or: [{ [field]: { lt: least } }, { [field]: { gt: most } }] },
  }),
);

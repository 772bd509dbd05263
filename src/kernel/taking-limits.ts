/** What is counted of one person: records in one exported file and in those of a day; records opened, and rows of lists. */
export const measures = [
  'exportedAtOnce',
  'exportedPerDay',
  'openedPerHour',
  'openedPerDay',
  'listedPerHour',
  'listedPerDay',
] as const;

export type Measure = (typeof measures)[number];

/** How many records; null where there is no end to it. Beyond the first two nothing is exported, beyond the others an alarm is raised. */
export type Limits = Readonly<Record<Measure, number | null>>;

import type { DatePart } from './buckets.ts';

/** Spans of time by which an aggregate counts from one date to another, and the part of time that each counts. */
export const sinceWords = {
  weeksSince: 'week',
  monthsSince: 'month',
  quartersSince: 'quarter',
  yearsSince: 'year',
} as const satisfies Readonly<Record<string, DatePart>>;

export type SincePart = (typeof sinceWords)[keyof typeof sinceWords];

/** `closeDate.monthsSince(createdAt)` taken apart: the months of the calendar from one date to another. */
export interface Since {
  readonly path: string;
  readonly part: SincePart;
  readonly from: string;
}

/** Reads what a group is called; undefined for what counts from no other date. */
export function readSince(name: string): Since | undefined {
  const [, path = '', word = '', from = ''] = /^([\w.]+)\.(\w+)\(([\w.]+)\)$/.exec(name) ?? [];
  const part = sinceWords[word as keyof typeof sinceWords];
  return part === undefined ? undefined : { path, part, from };
}

export function sinceName({ path, part, from }: Since): string {
  return `${path}.${part}sSince(${from})`;
}

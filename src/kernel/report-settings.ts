import type { Complaint } from './problem.ts';
import { isObject, isText, listOf, oneOf, type Shape, shapeFaults } from './shape.ts';

export const chartKinds = [
  ...([
    'column',
    'bar',
    'line',
    'area',
    'pie',
    'funnel',
    'heatMap',
    'cohort',
    'sankey',
    'map',
    'gauge',
    'none',
  ] as const),
];
export type ChartKind = (typeof chartKinds)[number];

/** What is compared with: the span of time before, or the same one a year before. */
export const comparisons = ['before', 'yearBefore'] as const;
export type Comparison = (typeof comparisons)[number];

/** What a report counts and sums over the records of an object, and how it is shown. Fields are named by their paths. */
export interface ReportSettings {
  readonly where?: unknown;
  /** Groups below each other, the outermost first; a date by a part of it, such as `closeDate.month`. */
  readonly rows?: readonly string[];
  /** Groups side by side. */
  readonly columns?: string;
  /** `count`, `sum(amount)` …, as an aggregate names them. */
  readonly measures?: readonly string[];
  readonly chart?: ChartKind;
  /** The span of time that the report tells of, such as `thisQuarter`, by a date field. */
  readonly period?: { readonly field: string; readonly in: string };
  readonly compare?: Comparison;
  /** The measure, its place among the measures, by which rows are ordered, largest first; by the groups unless told. */
  readonly sortBy?: string;
  /** What is reached, for a gauge. */
  readonly goal?: string;
}

/** As many groups stand below each other, and as many measures side by side. */
export const reportLimits = { rows: 2, measures: 5 } as const;

const isPeriod: Shape = (value) =>
  isObject(value) && isText((value as { field?: unknown }).field) && isText((value as { in?: unknown }).in);

const shapes: Readonly<Record<keyof ReportSettings, Shape>> = {
  where: isObject,
  rows: listOf(isText, reportLimits.rows),
  columns: isText,
  measures: listOf(isText, reportLimits.measures),
  chart: oneOf(chartKinds),
  period: isPeriod,
  compare: oneOf(comparisons),
  sortBy: isText,
  goal: isText,
};

/** What is wrong with a report that somebody wants to keep. Fields that it names need not be there: they may come back. */
export function reportSettingsFaults(settings: unknown, field: string): readonly Complaint[] {
  return shapeFaults(settings, shapes, field, 'notReportSettings');
}

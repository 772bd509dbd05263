import type { Complaint } from './problem.ts';
import { isCount, isObject, isText, listOf, recordOf, type Shape, shapeFaults } from './shape.ts';

/** How somebody wants to see the records of an object: what a saved view keeps. Fields are named by their paths. */
export interface ViewSettings {
  /** The declared view that it was made from, whose condition holds beside its own. */
  readonly base?: string;
  readonly where?: unknown;
  /** As in the address: `-amount,name`. */
  readonly sort?: string;
  readonly columns?: readonly string[];
  /** Pixels of the columns that somebody has made wider or narrower. */
  readonly widths?: Readonly<Record<string, number>>;
  /** How many columns stay when the others are scrolled sideways. */
  readonly frozen?: number;
  /** What records are grouped by; a date by a part of it, such as `closeDate.month`. */
  readonly group?: string;
  /** The date with which bars along the days end. */
  readonly ends?: string;
  /** The field that names the records after which each comes, to which arrows are drawn. */
  readonly after?: string;
  /** Whether the chain that determines the end is shown. */
  readonly critical?: boolean;
  /** How many days they are shown along. */
  readonly zoom?: string;
  /** What stands at the foot of a column. */
  readonly totals?: Readonly<Record<string, string>>;
  readonly colors?: readonly ColorRule[];
  readonly density?: string;
}

/** Records that meet a condition are coloured: the row, or the cell of one column. */
export interface ColorRule {
  readonly where: unknown;
  readonly color: string;
  readonly column?: string;
}

const isFlag: Shape = (value) => typeof value === 'boolean';

const isColor: Shape = (value) => {
  const { where, color, column } = (isObject(value) ? value : {}) as Partial<ColorRule>;
  return isObject(where) && isText(color) && (column === undefined || isText(column));
};

const shapes: Readonly<Record<keyof ViewSettings, Shape>> = {
  base: isText,
  where: isObject,
  sort: isText,
  columns: listOf(isText),
  widths: recordOf(isCount),
  frozen: isCount,
  group: isText,
  ends: isText,
  after: isText,
  critical: isFlag,
  zoom: isText,
  totals: recordOf(isText),
  colors: listOf(isColor),
  density: isText,
};

/** What is wrong with settings that somebody wants to keep. Fields that they name need not be there: they may come back. */
export function viewSettingsFaults(settings: unknown, field: string): readonly Complaint[] {
  return shapeFaults(settings, shapes, field, 'notViewSettings');
}

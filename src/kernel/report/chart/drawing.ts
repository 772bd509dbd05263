import type { Cell, Grid, GridRow, GroupValue } from '../grid.ts';
import type { ReportAnswer } from '../report-answer.ts';
import type { Measure } from '../report-field.ts';
import { groupColor, groupText, measureText } from '../words.ts';

/** How a chart looks, from the style of the page. */
export interface ChartLook {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  /** What the land is filled with on a map. */
  readonly land: string;
  readonly font: string;
  /** Colours that follow each other. */
  readonly series: readonly string[];
  /** A choice's own. */
  color(name: string): string;
}

/** A chart as ECharts is told of it. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** What a chart draws, and what each of its pieces stands for. */
export interface Drawing {
  readonly option: ChartOption;
  /** The groups of the piece at a place of a series, or of what leads from one piece to another. */
  groupsAt(series: number, place: number, between?: boolean): readonly GroupValue[];
}

/** What every kind of chart draws: the first measure, the outermost rows along it. */
export interface Subject {
  readonly answer: ReportAnswer;
  readonly grid: Grid;
  readonly measure: Measure;
  readonly rows: readonly GridRow[];
  readonly labels: readonly string[];
  readonly look: ChartLook;
  number(cell: Cell | undefined): number;
  text(value: unknown): string;
  /** A group's own colour, or the one whose turn it is. */
  colorOf(group: GroupValue | undefined, turn: number): string;
}

export function subjectOf(answer: ReportAnswer, look: ChartLook): Subject | undefined {
  const { grid, question, words } = answer;
  const [measure] = question.measures;
  if (!grid || !measure) return undefined;
  const rows = grid.rows.filter(({ groups }) => groups.length === 1);
  return {
    ...{ answer, grid, measure, rows, look },
    labels: rows.map(({ groups }) => groupText(words, groups[0] as GroupValue)),
    number: (cell) => Number(cell?.values?.[measure.name] ?? 0),
    text: (value) => measureText(words, measure, value),
    colorOf(group, turn) {
      const own = group && groupColor(group);
      return own ? look.color(own) : (look.series[turn % look.series.length] ?? look.ink);
    },
  };
}

/** The room of a grid holds its labels too. */
export const withLabels = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** What all charts have in common. */
export function commonOption({ look, text }: Subject): ChartOption {
  return {
    animationDuration: 300,
    textStyle: { fontFamily: look.font, color: look.ink },
    tooltip: {
      // Drawn, since the page lets no script write styles into its text.
      renderMode: 'richText',
      ...{ backgroundColor: look.surface, borderColor: look.line, valueFormatter: text },
      textStyle: { color: look.ink, fontSize: 12 },
    },
    legend: { type: 'scroll', bottom: 0, icon: 'circle', textStyle: { color: look.soft } },
  };
}

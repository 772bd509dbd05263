import type { Question } from '../question.ts';
import type { GroupField } from '../report-field.ts';
import { groupText } from '../words.ts';
import { commonOption, type Drawing, type Subject } from './drawing.ts';

/** Pixels between two groups above each other, and how many of them all gaps of a stage take at most. */
const gap = 10;
const mostGaps = 140;

/** What numbers flow through: the groups of the rows, then those of the columns. */
export function stagesOf({ rows, columns }: Pick<Question, 'rows' | 'columns'>): readonly GroupField[] {
  // Spans of time since a date are told beside that date alone.
  return columns === undefined || columns.since !== undefined ? rows : [...rows, columns];
}

/**
 * Flows from the groups of each stage to those of the next, as wide as their numbers, whatever the other stages are. What
 * is nothing or less has no width and stands in the table alone.
 */
export function drawSankey(subject: Subject): Drawing {
  const { answer, grid, look, number, text, colorOf } = subject;
  const stages = stagesOf(answer.question);
  const flows = stages.slice(1).flatMap((target, stage) =>
    grid
      .between(stages[stage] as GroupField, target)
      .map(({ groups, cell }) => ({ stage, groups, value: number(cell) }))
      .filter(({ value }) => value > 0),
  );
  // A group may be called as one of another stage is: each is known by its stage and its value.
  const idOf = (stage: number, value: unknown) => `${stage} ${JSON.stringify(value)}`;
  const drawn = new Set(
    flows.flatMap(({ stage, groups }) => groups.map(({ value }, side) => idOf(stage + side, value))),
  );
  const nodes = stages.flatMap((field, stage) =>
    grid
      .alone(field)
      .map((row, place) => ({ row, group: row.groups[0], stage, place }))
      .flatMap(({ group, ...node }) => (group ? [{ ...node, group, id: idOf(stage, group.value) }] : []))
      .filter(({ id }) => drawn.has(id)),
  );
  const tallest = Math.max(
    1,
    ...stages.map((_, stage) => nodes.filter((node) => node.stage === stage).length),
  );
  const { legend: _, ...common } = commonOption(subject);
  return {
    option: {
      ...common,
      series: [
        {
          ...{ type: 'sankey', left: 4, right: 4, top: 8, bottom: 8 },
          // In the order of their groups, as in the table, not in that with the fewest crossings.
          ...{
            layoutIterations: 0,
            draggable: false,
            nodeWidth: 14,
            nodeGap: Math.min(gap, mostGaps / tallest),
          },
          lineStyle: { color: 'source', opacity: 0.32, curveness: 0.5 },
          emphasis: { focus: 'adjacency' },
          labelLayout: { hideOverlap: true },
          tooltip: { formatter: ({ name }: { readonly name: string }) => name },
          data: nodes.map(({ id, stage, place, group, row }) => {
            const name = `${groupText(answer.words, group)}  ${text(number(row.total))}`;
            return {
              ...{ id, name, depth: stage, itemStyle: { color: colorOf(group, place) } },
              label: {
                ...{ color: look.ink, textBorderColor: look.surface, textBorderWidth: 2 },
                ...{ position: stage === stages.length - 1 ? 'left' : 'right', formatter: name },
              },
            };
          }),
          links: flows.map(({ stage, groups: [from, to], value }) => ({
            source: idOf(stage, from.value),
            target: idOf(stage + 1, to.value),
            value,
            name: `${groupText(answer.words, from)} → ${groupText(answer.words, to)}  ${text(value)}`,
          })),
        },
      ],
    },
    groupsAt(_, place, between) {
      const group = nodes[place]?.group;
      return between ? (flows[place]?.groups ?? []) : group ? [group] : [];
    },
  };
}

import { commonOption, type Drawing, type Subject } from './drawing.ts';

/** A ring or a funnel: the outermost rows as pieces of a whole. */
export function drawPieces(subject: Subject, kind: 'pie' | 'funnel'): Drawing {
  const { rows, labels, look, number, text, colorOf } = subject;
  const own = rows.map(({ groups }, place) => colorOf(groups[0], place));
  // Pieces of one colour could not be told apart.
  const apart = new Set(own).size === own.length ? own : rows.map((_, place) => colorOf(undefined, place));
  const data = rows.map(({ total }, place) => ({
    name: labels[place],
    value: number(total),
    itemStyle: { color: apart[place] },
  }));
  const border = { borderColor: look.surface, borderWidth: 2 };
  const ring = {
    ...{ type: 'pie', radius: ['38%', '62%'], center: ['50%', '44%'], itemStyle: border },
    label: { color: look.soft, formatter: '{d}%', edgeDistance: 4 },
    labelLine: { length: 8, length2: 6 },
  };
  const funnel = {
    ...{ type: 'funnel', sort: 'none', left: 8, width: '46%', top: 8, bottom: 8, gap: 2, itemStyle: border },
    label: {
      ...{ position: 'right', color: look.ink },
      formatter: ({ name, value }: { name: string; value: number }) => `${name}  ${text(value)}`,
    },
  };
  const common = commonOption(subject);
  return {
    option: {
      ...common,
      legend: { ...(common.legend as object), show: kind === 'pie' },
      series: [{ ...(kind === 'pie' ? ring : funnel), data }],
    },
    groupsAt: (_, place) => rows[place]?.groups ?? [],
  };
}

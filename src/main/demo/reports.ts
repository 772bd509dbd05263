import type { ReportSettings } from '#kernel/report-settings.ts';
import type { Happening } from './happening.ts';
import { identifierAt } from './identifier.ts';
import type { Random } from './random.ts';
import { day } from './working-days.ts';

interface DemoReport {
  readonly name: string;
  readonly object: string;
  readonly settings: ReportSettings;
  /** How wide it stands on the dashboard. */
  readonly width: 'third' | 'half' | 'twoThirds' | 'whole';
}

const closing = { field: 'closeDate', in: 'thisYear' } as const;
const amount = 'sum(amount)';

/** What the sales meeting on Monday looks at, in its order. */
const shown: readonly DemoReport[] = [
  {
    ...{ name: '年度赢单目标', object: 'opportunity', width: 'third' },
    settings: {
      where: { stage: 'won' },
      measures: [amount],
      chart: 'gauge',
      goal: '300000000',
      period: closing,
    },
  },
  {
    ...{ name: '每月赢单金额', object: 'opportunity', width: 'twoThirds' },
    settings: {
      ...{ where: { stage: 'won' }, rows: ['closeDate.month'], measures: [amount, 'count'] },
      ...{ chart: 'column', period: closing, compare: 'yearBefore' },
    },
  },
  {
    ...{ name: '进行中的商机', object: 'opportunity', width: 'half' },
    settings: {
      ...{ where: { stage: { nin: ['won', 'lost'] } }, rows: ['stage'], measures: [amount, 'count'] },
      chart: 'funnel',
    },
  },
  {
    ...{ name: '客户行业分布', object: 'account', width: 'half' },
    settings: { rows: ['industry'], measures: ['count'], chart: 'pie', sortBy: 'count' },
  },
  {
    ...{ name: '商机从来源到阶段', object: 'opportunity', width: 'whole' },
    settings: {
      ...{ rows: ['source', 'owner'], columns: 'stage', measures: ['count', amount] },
      ...{ chart: 'sankey', period: closing },
    },
  },
  {
    ...{ name: '销售人员业绩', object: 'opportunity', width: 'whole' },
    settings: {
      ...{ rows: ['owner'], columns: 'stage', measures: [amount] },
      ...{ chart: 'bar', sortBy: amount, period: closing },
    },
  },
];

/** Reports that everybody has, and the dashboard of the meeting on Monday. */
export function reports(random: Random, now: number, administrator: string): readonly Happening[] {
  const at = now - 30 * day;
  const create = (object: string, id: string, values: Happening['values']): Happening => ({
    ...{ kind: 'create', object, id, at, by: administrator, values },
  });
  const dashboard = identifierAt(random, at);
  const kept = shown.map((report) => ({ ...report, id: identifierAt(random, at) }));
  const everybody = { everybody: true, owner: administrator };
  return [
    create('dashboard', dashboard, { name: '周一销售例会', ...everybody }),
    ...kept.map(({ id, name, object, settings }) =>
      create('report', id, { name, object, settings, ...everybody }),
    ),
    ...kept.map(({ id, width }, index) =>
      create('dashboardTile', identifierAt(random, at), { dashboard, report: id, width, place: index * 10 }),
    ),
  ];
}

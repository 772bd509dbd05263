import { path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject } from '#kernel/object.ts';

/** A report in its place on a dashboard. */
export const dashboardTile = defineObject({
  name: 'reporting.dashboardTile',
  icon: 'chart-bar',
  partOf: 'dashboard',
  defaultSort: 'place',
  purpose: 'tile',
  configures: true,
  unique: [['dashboard', 'report']],
  fields: {
    name: formula('text', path('report.name')),
    dashboard: reference('reporting.dashboard', { required: true, onDelete: 'cascade' }),
    report: reference('reporting.report', { required: true, onDelete: 'cascade' }),
    /** Tiles follow each other by it; equal ones in the order in which they were added. */
    place: integer({ required: true, default: 0 }),
    width: choice(
      { third: 'grey', half: 'grey', twoThirds: 'grey', whole: 'grey' },
      { required: true, default: 'half' },
    ),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'reporting.dashboardTile': typeof dashboardTile;
  }
}

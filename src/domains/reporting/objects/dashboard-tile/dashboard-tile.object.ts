import { call, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** A report in its place on a dashboard. */
export const dashboardTile = defineObject({
  name: 'reporting.dashboardTile',
  icon: 'chart-bar',
  partOf: 'dashboard',
  defaultSort: 'place',
  purpose: 'tile',
  configures: true,
  // The first set names a tile, of which one half is always empty; each of the others allows it once.
  unique: [
    ['dashboard', 'report', 'declared'],
    ['dashboard', 'report'],
    ['dashboard', 'declared'],
  ],
  fields: {
    name: formula('text', call('coalesce', path('report.name'), path('declared'))),
    dashboard: reference('reporting.dashboard', { required: true, onDelete: 'cascade' }),
    report: reference('reporting.report', { onDelete: 'cascade' }),
    /** One that everybody has instead, by its name: `account.untouched`. */
    declared: text({ maxLength: 120 }),
    /** Tiles follow each other by it; equal ones in the order in which they were added. */
    place: integer({ required: true, default: 0 }),
    width: choice(
      { third: 'grey', half: 'grey', twoThirds: 'grey', whole: 'grey' },
      { required: true, default: 'half' },
    ),
  },
  rules: [
    { field: 'report', code: 'required', when: { report: null, declared: null } },
    { field: 'report', code: 'oneReport', when: { report: { isNull: false }, declared: { isNull: false } } },
  ],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'reporting.dashboardTile': typeof dashboardTile;
  }
}

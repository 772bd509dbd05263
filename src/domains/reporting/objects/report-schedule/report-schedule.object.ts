import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { roles } from '#kernel/field/multi-choice/roles.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** A report or a dashboard that is sent to people by mail, again and again: each gets the numbers that he may see. */
export const reportSchedule = defineObject({
  name: 'reporting.reportSchedule',
  icon: 'mail',
  defaultSort: 'name',
  purpose: 'reportMail',
  traits: [ownable],
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    report: reference('reporting.report', { onDelete: 'cascade' }),
    dashboard: reference('reporting.dashboard', { onDelete: 'cascade' }),
    often: choice({ daily: 'grey', weekly: 'grey', monthly: 'grey' }, { required: true, default: 'daily' }),
    weekdays: multiChoice(
      {
        ...({ monday: 'grey', tuesday: 'grey', wednesday: 'grey', thursday: 'grey' } as const),
        ...({ friday: 'grey', saturday: 'grey', sunday: 'grey' } as const),
      },
      { requiredWhen: { often: 'weekly' } },
    ),
    /** A shorter month has its last day instead. */
    dayOfMonth: integer({ requiredWhen: { often: 'monthly' } }),
    /** On the owner's clock, `08:30`. */
    time: text({ required: true, maxLength: 5, default: '08:00' }),
    format: choice({ pdf: 'grey', xlsx: 'grey', both: 'grey' }, { required: true, default: 'pdf' }),
    people: manyToMany('administration.user', { timeline: false }),
    teams: manyToMany('administration.team', { timeline: false }),
    roles: roles(),
    note: longText(),
    active: boolean({ required: true, default: true }),
    /** Those who wanted it no more. */
    left: manyToMany('administration.user', { timeline: false, readOnly: true, bookkeeping: true }),
    /** Everybody who gets it now. */
    receivers: manyToMany('administration.user', { timeline: false, readOnly: true, bookkeeping: true }),
    nextAt: dateTime({ readOnly: true, bookkeeping: true, indexed: true }),
    lastAt: dateTime({ readOnly: true, bookkeeping: true }),
    /** Who wants to have it at once, and when he said so. */
    askedBy: user({ readOnly: true, bookkeeping: true }),
    askedAt: dateTime({ readOnly: true, bookkeeping: true }),
  },
  rules: [
    { field: 'report', code: 'required', when: { report: null, dashboard: null } },
    {
      field: 'report',
      code: 'reportOrDashboard',
      when: { report: { isNull: false }, dashboard: { isNull: false } },
    },
  ],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'reporting.reportSchedule': typeof reportSchedule;
  }
}

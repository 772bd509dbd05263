import { call, given, literal, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { beforehand, remindingOf } from '../../reminding.ts';

/** Something that somebody is to do by a certain time. */
export const task = defineObject({
  name: 'activities.task',
  icon: 'checkbox',
  nameField: 'subject',
  defaultSort: 'dueAt',
  traits: [activity, ownable],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  indexes: [['status', 'dueAt']],
  occurs: { from: 'dueAt', with: ['owner'] },
  derive: (record, changed, moment) => ({
    ...(changed.has('status') && { completedAt: record.status === 'done' ? moment.now : null }),
    ...remindingOf('dueAt')(record, changed, moment),
  }),
  fields: {
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    status: choice(
      { open: 'blue', inProgress: 'amber', done: 'green', cancelled: 'grey' },
      {
        required: true,
        default: 'open',
        transitions: {
          open: ['inProgress', 'done', 'cancelled'],
          inProgress: ['open', 'done', 'cancelled'],
          done: ['open'],
          cancelled: ['open'],
        },
      },
    ),
    priority: choice(
      { low: 'grey', normal: 'blue', high: 'orange', urgent: 'red' },
      { required: true, default: 'normal' },
    ),
    startsAt: dateTime(),
    dueAt: dateTime(),
    after: manyToMany('activities.task', { acyclic: true, timeline: false }),
    remindBefore: choice(beforehand),
    remindAt: dateTime({ indexed: true }),
    recurrence: choice({
      daily: 'grey',
      weekdays: 'grey',
      weekly: 'grey',
      monthly: 'grey',
      quarterly: 'grey',
      yearly: 'grey',
    }),
    recurrenceEnd: date(),
    completedAt: dateTime({ readOnly: true, bookkeeping: true }),
    repeatedAs: reference('activities.task', { readOnly: true, timeline: false }),
    overdue: formula(
      'boolean',
      call(
        'and',
        call('in', path('status'), literal('list', ['open', 'inProgress'])),
        call('lt', path('dueAt'), given('now')),
      ),
    ),
    description: longText({ personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.task': typeof task;
  }
}

import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { text } from '#kernel/field/text/text.ts';
import { type Derive, defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { beforehand, remindingOf } from '../../reminding.ts';
import { touching, withWhomItRegards } from '../../touching.ts';

/** People meet: a visit, a meeting here, or one on screens. */
export const meeting = defineObject({
  name: 'activities.meeting',
  icon: 'calendar-event',
  nameField: 'subject',
  defaultSort: '-startsAt',
  traits: [activity, ownable, touching],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: (record, changed, moment) => ({
    ...withWhomItRegards(record, changed, moment),
    ...lengthOf(record, changed, moment),
    ...remindingOf('startsAt')(record, changed, moment),
  }),
  fields: {
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    kind: choice({ visit: 'amber', office: 'blue', video: 'violet' }, { required: true, default: 'visit' }),
    status: choice(
      { planned: 'blue', held: 'green', cancelled: 'grey' },
      {
        required: true,
        default: 'planned',
        transitions: { planned: ['held', 'cancelled'], held: ['planned'], cancelled: ['planned'] },
      },
    ),
    startsAt: dateTime({ required: true, default: '$now', indexed: true }),
    endsAt: dateTime(),
    location: text({ personal: 'communication' }),
    attendees: manyToMany('parties.contact'),
    colleagues: manyToMany('administration.user', { timeline: false }),
    remindBefore: choice(beforehand),
    remindAt: dateTime({ indexed: true }),
    description: longText({ personal: 'communication' }),
  },
});

/** How long a meeting took follows from its hours. */
const lengthOf: Derive = ({ startsAt, endsAt }, changed) =>
  (changed.has('startsAt') || changed.has('endsAt')) && typeof endsAt === 'string'
    ? { duration: Math.max(0, Math.round((Date.parse(endsAt) - Date.parse(String(startsAt))) / 1000)) }
    : {};

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.meeting': typeof meeting;
  }
}

import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { type Derive, defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { comingBack, recurring } from '#kernel/traits/recurring.ts';
import { beforehand, remindingOf } from '../../reminding.ts';
import { touching, withWhomItRegards } from '../../touching.ts';

/** People meet: a visit, a meeting here, or one on screens. */
export const meeting = defineObject({
  name: 'activities.meeting',
  icon: 'calendar-event',
  nameField: 'subject',
  defaultSort: '-startsAt',
  traits: [activity, ownable, touching, recurring],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  occurs: {
    from: 'startsAt',
    to: 'endsAt',
    with: ['owner', 'colleagues', 'facilities'],
    alone: ['facilities'],
    busy: { status: { ne: 'cancelled' } },
    withinHours: true,
    place: 'location',
    notes: 'description',
    series: 'series',
    invites: {
      people: 'attendees',
      address: 'email',
      by: 'owner',
      when: 'sendInvitations',
      purpose: 'contact',
    },
    fromElsewhere: { kind: 'office' },
  },
  derive: (record, changed, moment) => {
    const back = comingBack('startsAt')(record, changed, moment);
    const known = { ...record, ...back };
    return {
      ...back,
      ...withWhomItRegards(record, changed, moment),
      ...lengthOf(record, changed, moment),
      ...remindingOf(known.nextAt ? 'nextAt' : 'startsAt')(known, withNames(changed, back), moment),
    };
  },
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
    endsAt: dateTime({ indexed: true }),
    // Named here to stand with the hours in forms.
    repeats: recurring.fields.repeats,
    location: text({ personal: 'communication' }),
    attendees: manyToMany('parties.contact'),
    sendInvitations: boolean({ default: false }),
    colleagues: manyToMany('administration.user', { timeline: false }),
    facilities: manyToMany('activities.facility', { timeline: false }),
    series: reference('activities.meeting', { readOnly: true, timeline: false, onDelete: 'clear' }),
    remindBefore: choice(beforehand),
    remindAt: dateTime({ indexed: true }),
    description: longText({ personal: 'communication' }),
  },
});

/** What changes, and what follows from it. */
function withNames(changed: ReadonlySet<string>, following: object): ReadonlySet<string> {
  const names = Object.keys(following);
  return new Set([...changed, ...names, ...(names.length > 0 ? ['startsAt'] : [])]);
}

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

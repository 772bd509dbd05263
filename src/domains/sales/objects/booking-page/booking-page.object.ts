import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { bookingLimits } from './booking-limits.ts';

/** A page on which people outside choose a free time of its owner and get a meeting with him. */
export const bookingPage = defineObject({
  name: 'sales.bookingPage',
  icon: 'calendar-event',
  defaultSort: 'name',
  traits: [ownable],
  rules: bookingLimits,
  fields: {
    name: text({ required: true, search: 'name' }),
    active: boolean({ required: true, default: true }),
    title: text(),
    titleEnglish: text(),
    introduction: longText({ maxLength: 2000 }),
    introductionEnglish: longText({ maxLength: 2000 }),
    question: text(),
    questionEnglish: text(),
    consent: longText({ maxLength: 4000 }),
    consentEnglish: longText({ maxLength: 4000 }),
    minutes: integer({ required: true, default: 30 }),
    kind: choice({ video: 'violet', office: 'blue', visit: 'amber' }, { required: true, default: 'video' }),
    location: text(),
    noticeHours: integer({ required: true, default: 4 }),
    daysAhead: integer({ required: true, default: 30 }),
    gapBefore: integer({ required: true, default: 0 }),
    gapAfter: integer({ required: true, default: 0 }),
    dailyLimit: integer(),
    strangers: choice({ lead: 'blue', nothing: 'grey' }, { required: true, default: 'lead' }),
    meetingCount: rollup({ object: 'activities.meeting', by: 'bookingPage', measure: 'count' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.bookingPage': typeof bookingPage;
  }
}

import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { email } from '#kernel/field/email/email.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** Somebody outside who is invited to a meeting by mail, and what he says to it. */
export const meetingGuest = defineObject({
  name: 'activities.meetingGuest',
  icon: 'user-check',
  purpose: 'guest',
  partOf: 'occasion',
  defaultSort: 'name',
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36, names: { name: 'full' } },
  unique: [['occasion', 'address']],
  derive: ({ name, address }) => {
    if (name == null) return { name: address };
    // Where a name alone is asked for, people write down the address.
    return address == null && isAddress(String(name)) ? { address: String(name).trim() } : {};
  },
  rules: [{ field: 'address', code: 'required', when: { address: { isNull: true } } }],
  fields: {
    occasion: reference('activities.meeting', {
      required: true,
      immutable: true,
      onDelete: 'cascade',
      timeline: false,
    }),
    person: reference('parties.contact', { immutable: true, timeline: false }),
    name: text({ personal: 'identity' }),
    address: email({ immutable: true, personal: 'reach' }),
    answer: choice(
      { open: 'grey', accepted: 'green', tentative: 'amber', declined: 'red' },
      { required: true, default: 'open' },
    ),
    answeredAt: dateTime({ readOnly: true }),
    state: choice(
      { waiting: 'grey', sent: 'blue', calledOff: 'grey', blocked: 'red' },
      { required: true, default: 'waiting', readOnly: true },
    ),
    sentAt: dateTime({ readOnly: true }),
    /** What he did last of his own accord, where he arranged it himself; how he is told is in his language and on his clock. */
    arranged: choice({ booked: 'green', moved: 'amber', cancelled: 'grey' }, { readOnly: true }),
    language: choice({ en: 'grey', 'zh-CN': 'grey' }, { readOnly: true }),
    timeZone: text({ maxLength: 60, readOnly: true }),
    /** How often what he is invited to has changed; which of it he was written, and a print of all that he is told. */
    sequence: integer({ required: true, default: 0, readOnly: true, bookkeeping: true }),
    sent: integer({ readOnly: true, bookkeeping: true }),
    told: text({ readOnly: true, bookkeeping: true }),
  },
});

function isAddress(text: string): boolean {
  return /^\s*[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+\s*$/.test(text);
}

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.meetingGuest': typeof meetingGuest;
  }
}

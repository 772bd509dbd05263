import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** A program that is told of what happens to records, with what a person may see of them. */
export const webhook = defineObject({
  name: 'administration.webhook',
  icon: 'plug-connected',
  defaultSort: 'name',
  purpose: 'webhook',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    address: url({ required: true }),
    /** Nothing where automations alone call it. */
    topics: json({ default: [], names: { as: 'topics' } }),
    /** On whose account it sees records. */
    person: user({ required: true, default: '$actor' }),
    active: boolean({ required: true, default: true }),
    /** What happened before is not told of. */
    since: dateTime({ readOnly: true }),
    /** Why the product has switched it off. */
    stopped: choice({ gone: 'red', failing: 'red', inactive: 'amber' }, { readOnly: true }),
  },
  derive: ({ active }, changed, { now }) => {
    if (!changed.has('active')) return {};
    return active ? { since: now, stopped: null } : { since: null };
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.webhook': typeof webhook;
  }
}

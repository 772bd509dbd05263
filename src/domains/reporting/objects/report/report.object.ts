import { boolean } from '#kernel/field/boolean/boolean.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** What the records of an object add up to, grouped; its numbers are those that the reader may see. */
export const report = defineObject({
  name: 'reporting.report',
  icon: 'chart-histogram',
  defaultSort: 'name',
  purpose: 'report',
  configures: true,
  traits: [ownable],
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    object: objectChoice({ required: true, immutable: true }),
    settings: json({ names: { as: 'report', of: 'object' } }),
    everybody: boolean({ required: true, default: false }),
    /** The name of a report that everybody has; what is one person's own has none. */
    commonName: text({ unique: true, maxLength: 80, bookkeeping: true }),
  },
  derive: ({ name, everybody }) => ({ commonName: everybody === true ? name : null }),
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'reporting.report': typeof report;
  }
}

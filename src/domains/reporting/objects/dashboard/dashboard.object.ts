import { boolean } from '#kernel/field/boolean/boolean.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** Reports side by side, for one person or for everybody. */
export const dashboard = defineObject({
  name: 'reporting.dashboard',
  icon: 'layout-dashboard',
  defaultSort: 'name',
  purpose: 'dashboard',
  configures: true,
  traits: [ownable],
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    everybody: boolean({ required: true, default: false }),
    /** The name of a dashboard that everybody has; what is one person's own has none. */
    commonName: text({ unique: true, maxLength: 80, bookkeeping: true }),
  },
  derive: ({ name, everybody }) => ({ commonName: everybody === true ? name : null }),
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'reporting.dashboard': typeof dashboard;
  }
}

import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** How somebody wants to see the records of an object: for himself, for those with whom he shares it, or for everybody. */
export const savedView = defineObject({
  name: 'administration.savedView',
  icon: 'bookmark',
  defaultSort: 'name',
  purpose: 'view',
  configures: true,
  traits: [ownable],
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    object: objectChoice({ required: true, immutable: true }),
    kind: choice(
      {
        table: 'blue',
        board: 'teal',
        calendar: 'violet',
        gallery: 'amber',
        split: 'green',
        timeline: 'orange',
      },
      { required: true, default: 'table' },
    ),
    icon: text({ maxLength: 40 }),
    settings: json({ names: { as: 'view', of: 'object' } }),
    everybody: boolean({ required: true, default: false }),
    /** What everybody sees first of the object. */
    standard: boolean({ required: true, default: false }),
    /** The name of a view that everybody has; what is one person's own has none. */
    commonName: text({ unique: true, maxLength: 160, bookkeeping: true }),
  },
  derive: ({ name, object, everybody, standard }) => ({
    everybody: everybody === true || standard === true,
    commonName: everybody === true || standard === true ? `${object} · ${name}` : null,
  }),
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.savedView': typeof savedView;
  }
}

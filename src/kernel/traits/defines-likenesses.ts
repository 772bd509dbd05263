import { choice } from '../field/choice/choice.ts';
import { objectChoice } from '../field/choice/object-choice.ts';
import { integer } from '../field/integer/integer.ts';
import { text } from '../field/text/text.ts';
import { defineTrait } from '../trait.ts';

/** Its records say by what two records of an object are suspected to be one, beyond or instead of what is declared. */
export const definesLikenesses = defineTrait({
  name: 'definesLikenesses',
  fields: {
    object: objectChoice({ required: true, immutable: true }),
    /** The name of the field that is compared. */
    field: text({
      required: true,
      immutable: true,
      maxLength: 60,
      names: { as: 'expression', of: 'object' },
    }),
    kind: choice(
      {
        exact: 'grey',
        person: 'blue',
        organisation: 'teal',
        phone: 'green',
        mailDomain: 'green',
        street: 'amber',
        date: 'amber',
        words: 'violet',
        code: 'violet',
      },
      { required: true, immutable: true },
    ),
    /** How far the same value alone convinces, of a hundred; nothing at all when it is 0. */
    weight: integer({ required: true }),
  },
});

import { expressionLimits } from '../expression/text/expression-limits.ts';
import { boolean } from '../field/boolean/boolean.ts';
import { choice } from '../field/choice/choice.ts';
import { objectChoice } from '../field/choice/object-choice.ts';
import { json } from '../field/json/json.ts';
import { longText } from '../field/long-text/long-text.ts';
import { text } from '../field/text/text.ts';
import { defineTrait } from '../trait.ts';

/** Its records are rules that a company makes at run time: a record of the object is refused when the condition holds. */
export const definesRules = defineTrait({
  name: 'definesRules',
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    object: objectChoice({ required: true, immutable: true }),
    /** When a record is wrong, as people write it: `closeDate < today() and stage != "won"`. */
    condition: longText({
      maxLength: expressionLimits.characters,
      names: { as: 'expression', of: 'object' },
    }),
    /** Instead of a condition: the names of fields whose values stand together in one record alone. */
    together: json({ names: { as: 'paths', of: 'object' } }),
    /** Of those: the records that are compared, as in `stage != "lost"`; all where nothing is said. */
    among: longText({
      maxLength: expressionLimits.characters,
      names: { as: 'expression', of: 'object' },
    }),
    /** Instead of refusing the record: what fields are while the condition holds. */
    effect: choice({ shown: 'blue', required: 'amber', readOnly: 'grey', offered: 'teal' }),
    /** The names of those fields. */
    affects: json({ names: { as: 'paths', of: 'object' } }),
    /**
     * Of a field with choices, those that are offered only while the condition holds: `["urgent"]`. Where the condition
     * is the name of another such field, by its choices: `{"beijing":["haidian","chaoyang"]}`.
     */
    offers: json({ names: { as: 'offers', of: 'object' } }),
    messageZh: text({ maxLength: 255 }),
    messageEn: text({ maxLength: 255 }),
    /** The field beside which it is told, by its name. */
    field: text({ maxLength: 60 }),
    active: boolean({ required: true, default: true }),
  },
});

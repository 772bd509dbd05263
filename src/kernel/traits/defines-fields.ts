import { expressionLimits } from '../expression/text/expression-limits.ts';
import { boolean } from '../field/boolean/boolean.ts';
import { choice } from '../field/choice/choice.ts';
import { objectChoice } from '../field/choice/object-choice.ts';
import { integer } from '../field/integer/integer.ts';
import { json } from '../field/json/json.ts';
import { longText } from '../field/long-text/long-text.ts';
import { text } from '../field/text/text.ts';
import { personalKinds } from '../personal.ts';
import { defineTrait } from '../trait.ts';

/**
 * Its records are fields that a company adds to objects at run time. A record in the bin is a field that is put away:
 * it is hidden everywhere, keeps its values and comes back with the record.
 */
export const definesFields = defineTrait({
  name: 'definesFields',
  fields: {
    object: objectChoice({ required: true, immutable: true }),
    type: choice(
      {
        text: 'grey',
        longText: 'grey',
        richText: 'grey',
        choice: 'violet',
        multiChoice: 'violet',
        boolean: 'violet',
        integer: 'blue',
        decimal: 'blue',
        money: 'blue',
        percent: 'blue',
        duration: 'blue',
        date: 'teal',
        dateTime: 'teal',
        reference: 'orange',
        manyToMany: 'orange',
        regarding: 'orange',
        user: 'orange',
        email: 'green',
        phone: 'green',
        url: 'green',
        address: 'green',
        location: 'green',
        autoNumber: 'amber',
        rollup: 'amber',
        formula: 'amber',
        file: 'grey',
        json: 'grey',
      },
      { required: true, immutable: true },
    ),
    /** As in the API; made from the label when none is given. */
    name: text({ immutable: true, maxLength: 40, search: 'text' }),
    /** The first label that there is: what the record is called. */
    label: text({ readOnly: true, search: 'text' }),
    labelZh: text({ maxLength: 60 }),
    labelEn: text({ maxLength: 60 }),
    helpZh: text({ maxLength: 255 }),
    helpEn: text({ maxLength: 255 }),
    required: boolean(),
    /** A condition under which the field must be filled in. */
    requiredWhen: json({ names: { as: 'condition', of: 'object' } }),
    unique: boolean(),
    searchable: boolean({ immutable: true }),
    /** Kept encrypted: shown one value at a time, found by the exact value alone. */
    sealed: boolean({ immutable: true }),
    /** What kind of thing it tells of a person: then it goes with him when he is erased. */
    personal: choice(personalKinds),
    default: json(),
    /** `[{"value":"gold","color":"amber","zh":"金牌","en":"Gold","names":["A级"]}]` */
    choices: json(),
    /** The object that a reference or a list of records points to. */
    target: objectChoice({ immutable: true }),
    /** Of an object's own records, as what comes before another: following them never comes back to where it began. */
    acyclic: boolean({ immutable: true }),
    /** Of an automatic number, as in `C-{year}-{0000}`. */
    format: text({ immutable: true, maxLength: 60 }),
    scale: integer({ immutable: true }),
    maxLength: integer(),
    /**
     * `{"object":…,"by":…,"measure":"sum","field":…,"where":…}`: `by` is the other object's reference that points here;
     * of a field that is there only the condition can be another.
     */
    rollup: json({ names: { as: 'rollup' } }),
    /** What is computed, as people write it: `if(amount > money(1000, "CNY"), "A", "B")`. */
    expression: longText({
      maxLength: expressionLimits.characters,
      names: { as: 'expression', of: 'object' },
    }),
    /** Where it stands on the record page: the name of a section there, or of a new one. */
    section: text({ maxLength: 60 }),
    position: integer(),
  },
});

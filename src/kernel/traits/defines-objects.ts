import { boolean } from '../field/boolean/boolean.ts';
import { choice } from '../field/choice/choice.ts';
import { integer } from '../field/integer/integer.ts';
import { text } from '../field/text/text.ts';
import { defineTrait } from '../trait.ts';

/**
 * Its records are objects that a company adds at run time. A record in the bin is an object that is put away: it is
 * hidden everywhere, keeps its records and comes back with them.
 */
export const definesObjects = defineTrait({
  name: 'definesObjects',
  fields: {
    /** As in the API; made from the label when none is given. */
    name: text({ immutable: true, unique: true, maxLength: 40, search: 'text' }),
    /** The first label that there is: what the record is called. */
    label: text({ readOnly: true, search: 'text' }),
    labelZh: text({ maxLength: 60 }),
    labelEn: text({ maxLength: 60 }),
    pluralZh: text({ maxLength: 60 }),
    pluralEn: text({ maxLength: 60 }),
    icon: text({ maxLength: 40 }),
    /** How its records are named: by a text that people write, or by a number that counts on. */
    naming: choice({ text: 'grey', number: 'amber' }, { required: true, immutable: true, default: 'text' }),
    /** Of an automatic number, as in `E-{year}-{0000}`. */
    format: text({ immutable: true, maxLength: 60 }),
    /** What the field that names a record is called, where that is not “name” or “number”. */
    nameZh: text({ maxLength: 60 }),
    nameEn: text({ maxLength: 60 }),
    /** Each record belongs to somebody; then it may be shared. */
    owned: boolean({ immutable: true, default: true }),
    /** Activities may be about its records. */
    regardable: boolean({ default: true }),
    /** What everybody may do who works here, until rights say otherwise. */
    access: choice(
      { administrators: 'red', read: 'blue', own: 'teal', all: 'green' },
      { required: true, default: 'administrators' },
    ),
    /** Whether it stands in the rail. */
    listed: boolean({ default: true }),
    /** The module among whose objects it stands there; none for the company's own. */
    group: text({ maxLength: 40 }),
    position: integer(),
  },
});

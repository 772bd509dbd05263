import { call, literal, path } from '#kernel/expression/expression.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { askedFields } from './asked-fields.ts';

/** One thing that a form asks for. */
export const leadFormField = defineObject({
  name: 'sales.leadFormField',
  icon: 'list-check',
  defaultSort: 'position',
  configures: true,
  partOf: 'form',
  unique: [['form', 'field']],
  fields: {
    name: formula('text', call('concat', path('form.name'), literal('text', ' · '), path('position'))),
    form: reference('sales.leadForm', { required: true, onDelete: 'cascade' }),
    field: choice(askedFields, { required: true }),
    position: integer({ required: true, default: 1 }),
    required: boolean({ required: true, default: false }),
    label: text({ maxLength: 100 }),
    labelEnglish: text({ maxLength: 100 }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.leadFormField': typeof leadFormField;
  }
}

import { consentChoices } from '#domains/parties/api.ts';
import { call, literal, path } from '#kernel/expression/expression.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject } from '#kernel/object.ts';

/** What a form asks people to agree to, in one language. */
export const leadFormConsent = defineObject({
  name: 'sales.leadFormConsent',
  icon: 'shield-check',
  defaultSort: 'position',
  configures: true,
  partOf: 'form',
  unique: [['form', 'purpose', 'language']],
  fields: {
    name: formula('text', call('concat', path('form.name'), literal('text', ' · '), path('position'))),
    form: reference('sales.leadForm', { required: true, onDelete: 'cascade' }),
    purpose: choice(consentChoices.purposes, { required: true, default: 'contact' }),
    language: choice({ 'zh-CN': 'grey', en: 'grey' }, { required: true, default: 'zh-CN' }),
    text: longText({ required: true, maxLength: 4000 }),
    required: boolean({ required: true, default: false }),
    legalBasis: choice(consentChoices.legalBases, { required: true, default: 'consent' }),
    position: integer({ required: true, default: 1 }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.leadFormConsent': typeof leadFormConsent;
  }
}

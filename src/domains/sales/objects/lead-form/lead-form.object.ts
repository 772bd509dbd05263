import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { defineObject } from '#kernel/object.ts';
import { sources } from '../../sources.ts';

/** A form on a website that strangers fill in and that makes leads of them. */
export const leadForm = defineObject({
  name: 'sales.leadForm',
  icon: 'forms',
  defaultSort: 'name',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    active: boolean({ required: true, default: true }),
    language: choice(
      { visitor: 'blue', 'zh-CN': 'grey', en: 'grey' },
      { required: true, default: 'visitor' },
    ),
    title: text(),
    titleEnglish: text(),
    introduction: longText({ maxLength: 2000 }),
    introductionEnglish: longText({ maxLength: 2000 }),
    button: text({ maxLength: 40 }),
    buttonEnglish: text({ maxLength: 40 }),
    thanks: longText({ maxLength: 2000 }),
    thanksEnglish: longText({ maxLength: 2000 }),
    redirect: url(),
    replySubject: text({ maxLength: 200 }),
    replyText: longText({ maxLength: 4000, requiredWhen: { replySubject: { isNull: false } } }),
    origins: longText({ maxLength: 4000 }),
    source: choice(sources, { required: true, default: 'webForm' }),
    campaign: text(),
    routingRule: reference('sales.routingRule', { timeline: false }),
    leadCount: rollup({ object: 'sales.lead', by: 'leadForm', measure: 'count' }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.leadForm': typeof leadForm;
  }
}

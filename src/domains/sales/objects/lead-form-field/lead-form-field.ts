import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';
import { leadFormField } from './lead-form-field.object.ts';

const leadFormFieldViews = defineViews(
  'sales.leadFormField',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['field', 'position', 'required', 'label', 'labelEnglish', 'form.name'],
      sort: 'position',
    },
  ],
  {
    highlights: ['form', 'field', 'required'],
    sections: { details: ['form', 'field', 'position', 'required', 'label', 'labelEnglish'] },
  },
);

export const leadFormFieldFolder: ObjectFolder = {
  object: leadFormField,
  policy: definePolicy('sales.leadFormField', catalogueGrants),
  views: leadFormFieldViews,
};

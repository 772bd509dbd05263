import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';
import { leadFormConsent } from './lead-form-consent.object.ts';

const leadFormConsentViews = defineViews(
  'sales.leadFormConsent',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['purpose', 'language', 'required', 'text', 'form.name'],
      sort: 'position',
    },
  ],
  {
    highlights: ['form', 'purpose', 'language', 'required'],
    sections: { details: ['form', 'purpose', 'language', 'text', 'required', 'legalBasis', 'position'] },
  },
);

export const leadFormConsentFolder: ObjectFolder = {
  object: leadFormConsent,
  policy: definePolicy('sales.leadFormConsent', catalogueGrants),
  views: leadFormConsentViews,
};

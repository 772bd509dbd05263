import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { definePublicForm } from '#kernel/public-form.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';
import { leadForm } from './lead-form.object.ts';
import { leadFormViews } from './lead-form.views.ts';
import { receiveLead } from './receive-lead.ts';
import { showLeadForm } from './show-lead-form.ts';

export const leadFormFolder: ObjectFolder = {
  object: leadForm,
  policy: definePolicy('sales.leadForm', catalogueGrants),
  views: leadFormViews,
  publicForm: definePublicForm({ object: 'sales.leadForm', show: showLeadForm, receive: receiveLead }),
};

import type { ObjectFolder } from '#kernel/module.ts';
import { confirmReceipt } from './confirm-receipt.ts';
import { convertLead } from './convert-lead.ts';
import { escalateLateLead, escalateLead } from './escalate-lead.ts';
import { leadGuard } from './lead.guard.ts';
import { lead } from './lead.object.ts';
import { leadPolicy } from './lead.policy.ts';
import { leadReports } from './lead.reports.ts';
import { leadViews } from './lead.views.ts';
import { readBusinessCard } from './read-business-card.ts';
import { routeLead, routeNewLead } from './route-lead.ts';
import { wakeLead } from './wake-lead.ts';

export const leadFolder: ObjectFolder = {
  object: lead,
  policy: leadPolicy,
  views: leadViews,
  reports: leadReports,
  guard: leadGuard,
  actions: [convertLead, routeLead, escalateLead, readBusinessCard],
  automations: [routeNewLead, confirmReceipt, escalateLateLead, wakeLead],
};

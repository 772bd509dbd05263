import type { ObjectFolder } from '#kernel/module.ts';
import { contact } from './contact.object.ts';
import { contactReports } from './contact.reports.ts';
import { contactViews } from './contact.views.ts';

export const contactFolder: ObjectFolder = { object: contact, views: contactViews, reports: contactReports };

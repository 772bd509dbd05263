import type { ObjectFolder } from '#kernel/module.ts';
import { contact } from './contact.object.ts';
import { contactPolicy } from './contact.policy.ts';
import { contactViews } from './contact.views.ts';

export const contactFolder: ObjectFolder = { object: contact, policy: contactPolicy, views: contactViews };

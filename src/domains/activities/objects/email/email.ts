import type { ObjectFolder } from '#kernel/module.ts';
import { email } from './email.object.ts';
import { emailViews } from './email.views.ts';

export const emailFolder: ObjectFolder = { object: email, views: emailViews };

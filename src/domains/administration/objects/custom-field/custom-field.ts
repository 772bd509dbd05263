import type { ObjectFolder } from '#kernel/module.ts';
import { customField } from './custom-field.object.ts';
import { customFieldViews } from './custom-field.views.ts';

export const customFieldFolder: ObjectFolder = { object: customField, views: customFieldViews };

import type { ObjectFolder } from '#kernel/module.ts';
import { customObject } from './custom-object.object.ts';
import { customObjectViews } from './custom-object.views.ts';

export const customObjectFolder: ObjectFolder = { object: customObject, views: customObjectViews };

import type { ObjectFolder } from '#kernel/module.ts';
import { note } from './note.object.ts';
import { noteViews } from './note.views.ts';

export const noteFolder: ObjectFolder = { object: note, views: noteViews };

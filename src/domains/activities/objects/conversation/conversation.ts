import type { ObjectFolder } from '#kernel/module.ts';
import { conversation } from './conversation.object.ts';
import { conversationViews } from './conversation.views.ts';

export const conversationFolder: ObjectFolder = {
  object: conversation,
  views: conversationViews,
};

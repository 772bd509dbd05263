import type { ObjectFolder } from '#kernel/module.ts';
import { tellOfStop } from './webhook.automations.ts';
import { webhookStopped } from './webhook.notifications.ts';
import { webhook } from './webhook.object.ts';
import { webhookViews } from './webhook.views.ts';

/** Set by administrators; the engine tells the program. */
export const webhookFolder: ObjectFolder = {
  object: webhook,
  views: webhookViews,
  automations: [tellOfStop],
  notifications: [webhookStopped],
};

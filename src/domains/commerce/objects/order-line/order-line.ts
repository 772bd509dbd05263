import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { orderLine } from './order-line.object.ts';
import { orderLinePolicy } from './order-line.policy.ts';

export const orderLineFolder: ObjectFolder = {
  object: orderLine,
  policy: orderLinePolicy,
  views: pricing.lineViews('commerce.orderLine', 'order'),
  guard: pricing.lineGuard('commerce.orderLine', 'commerce.order', 'order'),
};

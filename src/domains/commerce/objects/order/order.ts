import type { ObjectFolder } from '#kernel/module.ts';
import { cancelOrder, deliverOrder, invoiceOrder, placeOrder, returnOrder } from './order.actions.ts';
import { orderGuard } from './order.guard.ts';
import { order } from './order.object.ts';
import { orderPolicy } from './order.policy.ts';
import { orderViews } from './order.views.ts';

export const orderFolder: ObjectFolder = {
  object: order,
  policy: orderPolicy,
  views: orderViews,
  guard: orderGuard,
  actions: [placeOrder, deliverOrder, invoiceOrder, returnOrder, cancelOrder],
};

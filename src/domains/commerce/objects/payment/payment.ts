import type { ObjectFolder } from '#kernel/module.ts';
import { cancelPayment } from './payment.actions.ts';
import { paymentGuard } from './payment.guard.ts';
import { payment } from './payment.object.ts';
import { paymentPolicy } from './payment.policy.ts';
import { paymentViews } from './payment.views.ts';

export const paymentFolder: ObjectFolder = {
  object: payment,
  policy: paymentPolicy,
  views: paymentViews,
  guard: paymentGuard,
  actions: [cancelPayment],
};

import type { ObjectFolder } from '#kernel/module.ts';
import { handleCustomerEvent, repeatCustomerEvent } from './customer-event.actions.ts';
import { expectNextYear, takeUpExpectedEvent, takeUpUrgentEvent } from './customer-event.automations.ts';
import { customerEvent } from './customer-event.object.ts';
import { customerEventViews } from './customer-event.views.ts';

export const customerEventFolder: ObjectFolder = {
  object: customerEvent,
  views: customerEventViews,
  actions: [handleCustomerEvent, repeatCustomerEvent],
  automations: [takeUpUrgentEvent, takeUpExpectedEvent, expectNextYear],
};

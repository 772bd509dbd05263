import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { definePublicForm } from '#kernel/public-form.ts';
import { bookingPageGuard } from './booking-page.guard.ts';
import { bookingPage } from './booking-page.object.ts';
import { bookingPageViews } from './booking-page.views.ts';
import { freeTimes } from './free-times.ts';
import { keptBooking } from './kept-booking.ts';
import { receiveBooking } from './receive-booking.ts';
import { showBookingPage } from './show-booking-page.ts';

export const bookingPageFolder: ObjectFolder = {
  object: bookingPage,
  guard: bookingPageGuard,
  policy: definePolicy('sales.bookingPage', {
    [everyone]: { read: 'own', create: true, update: 'own', delete: 'own' },
  }),
  views: bookingPageViews,
  publicForm: definePublicForm({
    object: 'sales.bookingPage',
    show: showBookingPage,
    times: (page, decision) => freeTimes(page, decision),
    receive: receiveBooking,
    kept: keptBooking,
  }),
};

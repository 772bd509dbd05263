import type { ObjectFolder } from '#kernel/module.ts';
import { handOverFromLeaver } from './departure.actions.ts';
import { endAccess } from './departure.automations.ts';
import { departureGuard } from './departure.guard.ts';
import { accessEnded } from './departure.notifications.ts';
import { departure } from './departure.object.ts';
import { departureViews } from './departure.views.ts';

/** Known to administrators alone. */
export const departureFolder: ObjectFolder = {
  object: departure,
  views: departureViews,
  guard: departureGuard,
  actions: [handOverFromLeaver],
  automations: [endAccess],
  notifications: [accessEnded],
};

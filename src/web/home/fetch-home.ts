import type { QueryClient } from '@tanstack/react-query';
import { readPreference } from '#web/kit/preference.ts';
import { unseenQuery } from '#web/looks/use-unseen.ts';
import { firstStepsQuery } from './steps/first-steps-query.ts';

/** Asks for what tells which parts the start page has, while its head is drawn. What fails is asked again by the page. */
export function fetchHome(client: QueryClient): void {
  client.prefetchQuery(unseenQuery);
  if (readPreference<string>('firstSteps', '') !== 'away') client.prefetchQuery(firstStepsQuery);
}

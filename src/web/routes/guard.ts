import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import { momentFormat, numberFormat } from '#kernel/writing/intl-formats.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { ProblemError } from '#web/api/problem.ts';
import { metaQuery } from '#web/api/queries.ts';
import { changeLocale } from '#web/i18n/i18n.ts';
import { savedViewsQuery } from '#web/views/saved/use-saved-views.ts';

/** Whether the product still waits for its first administrator. */
export function fetchSetup(client: QueryClient): Promise<{ needed: boolean }> {
  return client.fetchQuery({
    queryKey: keys.setup,
    queryFn: () => api.get<{ needed: boolean }>('setup', { quiet: true }),
  });
}

/** Lets a signed-in visitor pass, in his language; anybody else goes to set-up or sign-in. */
export async function requireMeta(client: QueryClient, next: string): Promise<void> {
  try {
    const meta = await client.ensureQueryData(metaQuery);
    client.prefetchQuery(savedViewsQuery(meta));
    if (meta.user.locale !== i18next.language) await changeLocale(meta.user.locale);
    setTimeout(readyFormats);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error;
    const { needed } = await fetchSetup(client);
    if (needed) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: next === '/' ? {} : { next } });
  }
}

/** A browser takes tens of milliseconds for the first number and the first date that it writes: here it waits for the server. */
function readyFormats(): void {
  numberFormat(i18next.language).format(0);
  momentFormat(i18next.language, { dateStyle: 'short' }).format(0);
}

/** Gets the views that people keep, which every page of views needs before it can be drawn. What fails the page asks again. */
export async function fetchViews(client: QueryClient): Promise<void> {
  await client.prefetchQuery(savedViewsQuery(await client.ensureQueryData(metaQuery)));
}

/** Lets a visitor pass while nobody has set the product up; afterwards there is nothing to set up. */
export async function requireNoCompany(client: QueryClient): Promise<void> {
  const { needed } = await fetchSetup(client).catch(() => ({ needed: true }));
  if (!needed) throw redirect({ to: '/' });
}

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { withTexts } from '#web/i18n/with-texts.ts';
import { ErrorPage } from '#web/shell/error-page.tsx';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { Root } from '#web/shell/root.tsx';
import { fetchSetup, fetchViews, requireMeta, requireNoCompany } from './guard.ts';
import { readListSearch } from './list-search.ts';

export interface RouterContext {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: ({ context }) => requireNoCompany(context.client),
  component: lazyRouteComponent(() => import('#web/session/setup-page.tsx'), 'SetupPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; problem?: string } => ({
    ...(typeof search.next === 'string' && search.next.startsWith('/') && { next: search.next }),
    ...(typeof search.problem === 'string' && { problem: search.problem }),
  }),
  loader: ({ context }) => fetchSetup(context.client).catch(() => ({ needed: false })),
  component: lazyRouteComponent(() => import('#web/session/sign-in-page.tsx'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('#web/session/invitation-page.tsx'), 'InvitationPage'),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('#web/session/forgotten-page.tsx'), 'ForgottenPage'),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  component: lazyRouteComponent(() => import('#web/session/password-reset-page.tsx'), 'PasswordResetPage'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context, location }) => requireMeta(context.client, location.href),
  component: lazyRouteComponent(() => import('#web/shell/app-shell.tsx'), 'AppShell'),
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  loader: async ({ context, preload }) => {
    if (preload) return;
    const { fetchHome } = await import('#web/home/fetch-home.ts');
    fetchHome(context.client);
  },
  component: lazyRouteComponent(() => import('#web/home/home-page.tsx'), 'HomePage'),
});

const bulk = createRoute({
  getParentRoute: () => app,
  path: '/bulk',
  validateSearch: (search: Record<string, unknown>): { id?: string } => ({
    ...(typeof search.id === 'string' && { id: search.id }),
  }),
  component: lazyRouteComponent(() => withTexts(import('#web/bulk/bulk-page.tsx'), 'bulk'), 'BulkPage'),
});

const duplicates = createRoute({
  getParentRoute: () => app,
  path: '/duplicates',
  validateSearch: (search: Record<string, unknown>): { object?: string } => ({
    ...(typeof search.object === 'string' && { object: search.object }),
  }),
  component: lazyRouteComponent(
    () => withTexts(import('#web/duplicates/review/review-page.tsx'), 'duplicates'),
    'ReviewPage',
  ),
});

const importing = createRoute({
  getParentRoute: () => app,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { object?: string; id?: string } => ({
    ...(typeof search.object === 'string' && { object: search.object }),
    ...(typeof search.id === 'string' && { id: search.id }),
  }),
  component: lazyRouteComponent(() => import('#web/import/import-page.tsx'), 'ImportPage'),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { part?: string; object?: string } => ({
    ...(typeof search.part === 'string' && { part: search.part }),
    ...(typeof search.object === 'string' && { object: search.object }),
  }),
  component: lazyRouteComponent(
    // The audit tells conditions in the words of lists.
    () => withTexts(import('#web/settings/settings-page.tsx'), 'settings', 'views'),
    'SettingsPage',
  ),
});

const list = createRoute({
  getParentRoute: () => app,
  path: '/$object',
  validateSearch: readListSearch,
  loader: async ({ context, params, location, preload }) => {
    if (preload) return;
    const { fetchList } = await import('#web/list/fetch-list.ts');
    await fetchList(context.client, params.object, readListSearch(location.search));
  },
  component: lazyRouteComponent(() => withTexts(import('#web/list/list-page.tsx'), 'views'), 'ListPage'),
});

/** What all other shapes of views have in common. */
const ofViews = {
  validateSearch: readListSearch,
  loader: ({ context }: { readonly context: RouterContext }) => fetchViews(context.client),
};

const board = createRoute({
  getParentRoute: () => app,
  path: '/$object/board',
  validateSearch: readListSearch,
  loader: async ({ context, params, location, preload }) => {
    if (preload) return;
    const { fetchBoard } = await import('#web/board/fetch-board.ts');
    await fetchBoard(context.client, params.object, readListSearch(location.search));
  },
  component: lazyRouteComponent(() => withTexts(import('#web/board/board-page.tsx'), 'views'), 'BoardPage'),
});

const calendar = createRoute({
  getParentRoute: () => app,
  path: '/$object/calendar',
  ...ofViews,
  component: lazyRouteComponent(
    () => withTexts(import('#web/calendar/calendar-page.tsx'), 'views'),
    'CalendarPage',
  ),
});

const gallery = createRoute({
  getParentRoute: () => app,
  path: '/$object/gallery',
  ...ofViews,
  component: lazyRouteComponent(
    () => withTexts(import('#web/gallery/gallery-page.tsx'), 'views'),
    'GalleryPage',
  ),
});

const split = createRoute({
  getParentRoute: () => app,
  path: '/$object/split',
  ...ofViews,
  component: lazyRouteComponent(() => withTexts(import('#web/split/split-page.tsx'), 'views'), 'SplitPage'),
});

const schedule = createRoute({
  getParentRoute: () => app,
  path: '/$object/timeline',
  ...ofViews,
  component: lazyRouteComponent(
    () => withTexts(import('#web/schedule/schedule-page.tsx'), 'views'),
    'SchedulePage',
  ),
});

const map = createRoute({
  getParentRoute: () => app,
  path: '/$object/map',
  ...ofViews,
  component: lazyRouteComponent(() => withTexts(import('#web/map/map-page.tsx'), 'views'), 'MapPage'),
});

interface RecordSearch {
  show?: string;
  at?: string;
  period?: string;
  whose?: 'mine' | 'team';
}

const record = createRoute({
  getParentRoute: () => app,
  path: '/$object/$id',
  // What the timeline shows, and the entry at which it is opened; the limits of reports side by side.
  validateSearch: (search: Record<string, unknown>): RecordSearch => ({
    ...(typeof search.show === 'string' && { show: search.show }),
    ...(typeof search.at === 'string' && { at: search.at }),
    ...(typeof search.period === 'string' && { period: search.period }),
    ...((search.whose === 'mine' || search.whose === 'team') && { whose: search.whose }),
  }),
  loader: async ({ context, params, preload }) => {
    if (preload) return;
    const { fetchRecord } = await import('./fetch-record.ts');
    await fetchRecord(context.client, params.object, params.id);
  },
  component: lazyRouteComponent(() => import('./record-route.tsx'), 'RecordRoute'),
});

const routes = root.addChildren([
  setup,
  signIn,
  invitation,
  forgotten,
  passwordReset,
  app.addChildren([
    home,
    bulk,
    duplicates,
    importing,
    settings,
    list,
    board,
    calendar,
    gallery,
    split,
    schedule,
    map,
    record,
  ]),
]);

/** Every address of the product. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    // A pointer over a link fetches code alone: what somebody reads is counted, and of some fields noted.
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}

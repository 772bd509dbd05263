import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { MetaContext, useFollowedMeta } from '#web/api/queries.ts';
import { RecordFormHost } from '#web/forms/record-form-host.tsx';
import { HelpHost } from '#web/help/help-host.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useWhenIdle } from '#web/kit/use-when-idle.ts';
import { useLiveUpdates } from '#web/live/use-live-updates.ts';
import { ActingBanner } from './acting-banner.tsx';
import classes from './app-shell.module.css';
import { BottomBar } from './bottom-bar.tsx';
import { fetchNext } from './fetch-next.ts';
import { Rail } from './rail.tsx';
import { ShortcutHelpHost } from './shortcut-help-host.tsx';
import { TopBar } from './top-bar.tsx';
import { useDensity } from './use-density.ts';
import { useRail } from './use-rail.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { Watermark } from './watermark/watermark.tsx';

const AskedActionHost = lazyView(() => import('#web/palette/asked-action-host.tsx'), 'AskedActionHost');
const PreviewHost = lazyView(() => import('#web/files/preview/preview-host.tsx'), 'PreviewHost');
const CommandPalette = lazyView(() => import('#web/palette/command-palette.tsx'), 'CommandPalette');

/** Everything around a page: rail, top bar, palette, forms, live updates. */
export function AppShell() {
  return (
    <MetaContext value={useFollowedMeta()}>
      <Shell />
    </MetaContext>
  );
}

function Shell() {
  const { t } = useTranslation();
  const rail = useRail();
  useDensity();
  useShortcuts(rail);
  useLiveUpdates();
  useWhenIdle(fetchNext);

  return (
    <>
      <ActingBanner />
      <div className={classes.shell} data-rail={rail.collapsed ? 'collapsed' : 'open'}>
        <a href="#content" className={classes.skip}>
          {t('shell.skip')}
        </a>
        <Rail rail={rail} />
        <div className={classes.side}>
          <TopBar rail={rail} />
          <main id="content" className={classes.content} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar rail={rail} />
        <RecordFormHost />
        <ShortcutHelpHost />
        <HelpHost />
        <Suspense fallback={null}>
          <CommandPalette />
        </Suspense>
        <Suspense fallback={null}>
          <AskedActionHost />
        </Suspense>
        <Suspense fallback={null}>
          <PreviewHost />
        </Suspense>
      </div>
      <Watermark />
    </>
  );
}

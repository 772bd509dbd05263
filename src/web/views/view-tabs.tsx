import { IconCalendar, IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { viewPaths } from './current-view.ts';
import classes from './view-tabs.module.css';

const icons = { table: IconTable, board: IconLayoutKanban, calendar: IconCalendar };

function KindIcon({ kind }: { kind: ViewMeta['kind'] }) {
  const Icon = icons[kind];
  return <Icon size={15} stroke={1.6} aria-hidden />;
}

/** The object's views side by side. */
export function ViewTabs({ object, current }: { object: ObjectMeta; current: ViewMeta }) {
  const { t } = useTranslation();
  const { views } = object;
  const tabs = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab to be brought into sight is that of the view
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>('[data-current]');
    if (tabs.current && tab) tabs.current.scrollLeft = tab.offsetLeft - 40;
  }, [current.name]);
  if (views.length < 2) return <div className={classes.gap} />;
  return (
    <nav ref={tabs} className={classes.tabs} aria-label={t('list.views')}>
      {views.map((view) => (
        <Link
          key={view.name}
          to={viewPaths[view.kind]}
          params={{ object: object.name }}
          search={{ view: view.name }}
          className={classes.tab}
          data-current={view.name === current.name || undefined}
          aria-current={view.name === current.name ? 'page' : undefined}
        >
          <KindIcon kind={view.kind} />
          {view.label}
        </Link>
      ))}
    </nav>
  );
}

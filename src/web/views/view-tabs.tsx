import { IconCalendar, IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { useInSight } from '#web/kit/use-in-sight.ts';
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
  const tabs = useInSight<HTMLElement>(current.name, '[data-current]');
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

import { IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { shownViews } from './current-view.ts';
import classes from './view-tabs.module.css';

/** The object's views side by side. */
export function ViewTabs({ object, current }: { object: ObjectMeta; current: ViewMeta }) {
  const { t } = useTranslation();
  const views = shownViews(object);
  if (views.length < 2) return <div className={classes.gap} />;
  return (
    <nav className={classes.tabs} aria-label={t('list.views')}>
      {views.map((view) => (
        <Link
          key={view.name}
          to={view.kind === 'board' ? '/$object/board' : '/$object'}
          params={{ object: object.name }}
          search={{ view: view.name }}
          className={classes.tab}
          data-current={view.name === current.name || undefined}
          aria-current={view.name === current.name ? 'page' : undefined}
        >
          {view.kind === 'board' ? (
            <IconLayoutKanban size={15} stroke={1.6} aria-hidden />
          ) : (
            <IconTable size={15} stroke={1.6} aria-hidden />
          )}
          {view.label}
        </Link>
      ))}
    </nav>
  );
}

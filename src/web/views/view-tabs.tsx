import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ViewKind } from '#kernel/view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { useInSight } from '#web/kit/use-in-sight.ts';
import { viewPaths } from './current-view.ts';
import { kindIcons } from './kind-icons.ts';
import { useSavedViews } from './saved/use-saved-views.ts';
import { ViewMenu } from './saved/view-menu.tsx';
import type { ViewState } from './use-view-state.ts';
import classes from './view-tabs.module.css';

interface Tab {
  /** As the address names it. */
  readonly view: string;
  readonly label: string;
  readonly kind: ViewKind;
  readonly icon?: string | null;
}

/** The object's views side by side, declared ones first, and what can be done with the one that is shown. */
export function ViewTabs({ state }: { state: ViewState }) {
  const { t } = useTranslation();
  const { object, saved, view } = state;
  const kept = useSavedViews(object.name);
  const current = saved?.id ?? view.name;
  const tabs = useInSight<HTMLElement>(current, '[data-current]');
  const all: readonly Tab[] = [
    ...object.views.map(({ name, label, kind }) => ({ view: name, label, kind })),
    ...kept.map(({ id, name, kind, icon }) => ({ view: id, label: name, kind, icon })),
  ];
  return (
    <div className={classes.line}>
      <nav ref={tabs} className={classes.tabs} aria-label={t('list.views')}>
        {all.map(({ view: name, label, kind, icon }) => {
          const KindIcon = kindIcons[kind];
          return (
            <Link
              key={name}
              to={viewPaths[kind]}
              params={{ object: object.name }}
              search={{ view: name }}
              className={classes.tab}
              data-current={name === current || undefined}
              aria-current={name === current ? 'page' : undefined}
            >
              {icon ? <ObjectIcon name={icon} size={15} /> : <KindIcon size={15} stroke={1.6} aria-hidden />}
              {label}
            </Link>
          );
        })}
      </nav>
      <ViewMenu state={state} />
    </div>
  );
}

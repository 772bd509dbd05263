import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { FilterButton } from './filters/filter-button.tsx';
import { allOfThese, readWhere, writeWhere } from './filters/where.ts';
import { SearchBox } from './search-box.tsx';
import { SortedBy } from './sorted-by.tsx';
import { startingValues } from './starting-values.ts';
import type { ViewState } from './use-view-state.ts';
import classes from './view-header.module.css';
import { ViewTabs } from './view-tabs.tsx';

const FilterBuilder = lazyView(() => import('./filters/builder/filter-builder.tsx'), 'FilterBuilder');

interface ViewHeaderProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
  readonly count: number | undefined;
  /** More buttons, before the one that creates. */
  readonly children?: ReactNode;
}

/** Above every list and board: what it is, how many, search, filters, views. */
export function ViewHeader({ object, state, count, children }: ViewHeaderProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [building, setBuilding] = useState(false);
  return (
    <header className={classes.header} data-print="hidden">
      <div className={classes.line}>
        <h1 className={classes.title}>
          <ObjectIcon name={object.icon} size={20} />
          {object.plural}
          <span className={classes.count} aria-live="polite" data-testid="count">
            {count === undefined ? '' : numberFormat(locale).format(count)}
          </span>
        </h1>
        <SortedBy object={object} sort={state.search.sort} />
        <div className={classes.tools}>
          {object.searched && <SearchBox key={`${object.name}.${state.view.name}`} state={state} />}
          <FilterButton
            object={object}
            onAdd={(condition) => {
              const whole = readWhere(state.search.where);
              const before = whole.any || whole.not ? [whole] : whole.parts;
              state.change({ where: writeWhere(allOfThese([...before, condition])) });
            }}
            onBuild={() => setBuilding(true)}
          />
          {children}
          {object.can.create && (
            <Button
              color="seal"
              className={classes.create}
              leftSection={<IconPlus size={15} />}
              onClick={() =>
                openRecordForm({ object: object.name, values: startingValues(object, state.where) })
              }
            >
              {t('record.new', { label: object.label })}
            </Button>
          )}
        </div>
      </div>
      <ViewTabs state={state} />
      {state.gone.length > 0 && (
        <p className={classes.gone} role="status">
          {t('view.gone', { names: state.gone.join(', ') })}
        </p>
      )}
      <FilterBar object={object} state={state} onBuild={() => setBuilding(true)} />
      <Suspense fallback={null}>
        {building && <FilterBuilder object={object} state={state} onClose={() => setBuilding(false)} />}
      </Suspense>
    </header>
  );
}

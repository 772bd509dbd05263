import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { columnAt } from '../columns.ts';
import type { ViewState } from '../use-view-state.ts';
import { FilterChip } from './filter-chip.tsx';
import classes from './filters.module.css';
import { type Filter, readFilters, writeFilters } from './where.ts';

/** The reader's own conditions; nothing at all when there are none. */
export function FilterBar({ object, state }: { object: ObjectMeta; state: ViewState }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const parts = readFilters(state.search.where);
  if (parts.filters.length + parts.rest.length === 0) return null;
  const write = (filters: readonly Filter[], rest = parts.rest) =>
    state.change({ where: writeFilters({ filters, rest }) });
  return (
    <div className={classes.bar}>
      {parts.filters.map((filter, index) => (
        <FilterChip
          key={`${filter.path}.${filter.operator}`}
          filter={filter}
          column={columnAt(meta, object, filter.path)}
          onChange={(next) => write(parts.filters.with(index, next))}
          onRemove={() => write(parts.filters.toSpliced(index, 1))}
        />
      ))}
      {parts.rest.length > 0 && (
        <FilterChip
          filter={{ path: t('filter.custom'), operator: '', value: null }}
          column={undefined}
          onChange={() => undefined}
          onRemove={() => write(parts.filters, [])}
        />
      )}
      <Button variant="subtle" size="compact-xs" onClick={() => state.change({ where: undefined })}>
        {t('list.clearFilters')}
      </Button>
    </div>
  );
}

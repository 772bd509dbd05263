// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldView } from '#web/fields/registry.ts';
import type { Column } from '#web/views/columns.ts';
import { nextSort, sortOf } from './sort.ts';
import classes from './table.module.css';

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly sort: string | undefined;
  readonly picked: 'none' | 'some' | 'all';
  onSort(sort: string | undefined): void;
  onPickAll(): void;
}

/** The heads of the columns; a click sorts. */
export function TableHead({ columns, template, sort, picked, onSort, onPickAll }: TableHeadProps) {
  const { t } = useTranslation();
  return (
    <div role="row" className={classes.head} style={{ gridTemplateColumns: template }} aria-rowindex={1}>
      <div role="columnheader" className={classes.pick}>
        <Checkbox
          aria-label={t('list.selectAll')}
          checked={picked === 'all'}
          indeterminate={picked === 'some'}
          onChange={onPickAll}
        />
      </div>
      {columns.map(({ path, label, field }, index) => {
        const direction = sortOf(sort, path);
        return (
          <div
            key={path}
            role="columnheader"
            className={`${classes.headCell} ${index === 0 ? classes.name : ''}`}
            data-align={fieldView(field).align}
            aria-sort={direction}
          >
            {field.sortable ? (
              <UnstyledButton className={classes.headButton} onClick={() => onSort(nextSort(sort, path))}>
                <span className={classes.headLabel}>{label}</span>
                {direction === 'ascending' && <IconArrowUp size={12} aria-hidden />}
                {direction === 'descending' && <IconArrowDown size={12} aria-hidden />}
              </UnstyledButton>
            ) : (
              <span className={classes.headButton}>
                <span className={classes.headLabel}>{label}</span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

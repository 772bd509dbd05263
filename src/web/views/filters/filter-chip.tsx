import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../columns.ts';
import { FilterValue } from './filter-value.tsx';
import classes from './filters.module.css';
import { LazyFilterForm } from './lazy-filter-form.tsx';
import { testFor } from './tests-of-field.ts';
import type { Filter } from './where.ts';

interface FilterChipProps {
  readonly filter: Filter;
  readonly column: Column | undefined;
  onChange(filter: Filter): void;
  onRemove(): void;
}

/** One condition: a sentence that opens its form, and a cross that takes it away. */
export function FilterChip({ filter, column, onChange, onRemove }: FilterChipProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const test = column && testFor(column.field, filter.operator, filter.value);
  const label = column?.label ?? filter.path;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <span className={classes.chip}>
          <UnstyledButton
            className={classes.sentence}
            onClick={() => test && setOpened(!opened)}
            aria-haspopup="dialog"
            aria-expanded={opened}
          >
            <span className={classes.subject}>{label}</span>
            <span className={classes.verb}>{test ? t(`filter.${test.word}`) : t('filter.custom')}</span>
            {column && test && <FilterValue field={column.field} test={test} value={filter.value} />}
          </UnstyledButton>
          <CloseButton
            size={18}
            iconSize={12}
            aria-label={t('list.removeFilter', { label })}
            onClick={onRemove}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {column && (
          <LazyFilterForm
            path={filter.path}
            label={label}
            field={column.field}
            filter={filter}
            onApply={(next) => {
              setOpened(false);
              onChange(next);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

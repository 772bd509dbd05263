import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { ViewState } from '../use-view-state.ts';
import { FilterChip } from './filter-chip.tsx';
import classes from './filters.module.css';
import { testFor } from './tests-of-field.ts';
import { useConditionWords } from './use-condition-words.ts';
import { allOfThese, type Condition, readWhere, writeWhere } from './where.ts';

interface FilterBarProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
  onBuild(): void;
}

/** The reader's own conditions; nothing at all when there are none. */
export function FilterBar({ object, state, onBuild }: FilterBarProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const whole = readWhere(state.search.where);
  const parts = whole.any || whole.not ? [whole] : whole.parts;
  const words = useConditionWords(object.name, parts);
  if (parts.length === 0) return null;
  const write = (next: readonly Condition[]) => state.change({ where: writeWhere(allOfThese(next)) });
  const fieldOf = (condition: Condition) => {
    if (condition.kind !== 'field') return undefined;
    const found = conditionField(meta, object.name, condition.path);
    return found && testFor(found.field, condition) ? found : undefined;
  };
  return (
    <div className={classes.bar}>
      {parts.map((condition, index) => (
        <FilterChip
          key={JSON.stringify(condition)}
          condition={condition}
          sentence={words(condition)}
          field={fieldOf(condition)}
          onChange={(next) => write(parts.with(index, next))}
          onBuild={onBuild}
          onRemove={() => write(parts.toSpliced(index, 1))}
        />
      ))}
      <Button variant="subtle" size="compact-xs" onClick={() => state.change({ where: undefined })}>
        {t('list.clearFilters')}
      </Button>
    </div>
  );
}

import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '#kernel/condition-field.ts';
import classes from './filters.module.css';
import { LazyFilterForm } from './lazy-filter-form.tsx';
import type { Condition, FieldCondition } from './where.ts';

interface FilterChipProps {
  readonly condition: Condition;
  readonly sentence: string;
  /** The field of a condition that a small form can change; the builder changes all others. */
  readonly field: ConditionField | undefined;
  onChange(condition: FieldCondition): void;
  onBuild(): void;
  onRemove(): void;
}

/** One condition: a sentence that opens its form, and a cross that takes it away. */
export function FilterChip({ condition, sentence, field, onChange, onBuild, onRemove }: FilterChipProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const small = condition.kind === 'field' && field !== undefined;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <span className={classes.chip}>
          <UnstyledButton
            className={classes.sentence}
            title={sentence}
            onClick={() => (small ? setOpened(!opened) : onBuild())}
            aria-haspopup="dialog"
            aria-expanded={opened}
          >
            {sentence}
          </UnstyledButton>
          <CloseButton
            size={18}
            iconSize={12}
            aria-label={t('filter.remove', { sentence })}
            onClick={onRemove}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {small && (
          <LazyFilterForm
            field={field}
            condition={condition}
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

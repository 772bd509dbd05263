import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '#kernel/condition-field.ts';
import { FilterInput } from './filter-input.tsx';
import { isComplete, testFor, testsOf } from './tests-of-field.ts';
import type { FieldCondition } from './where.ts';

interface FilterFormProps {
  readonly field: ConditionField;
  readonly condition?: FieldCondition | undefined;
  onApply(condition: FieldCondition): void;
}

/** Chooses how a field is tested and with what; applied with the button or Enter. */
export function FilterForm({ field: { path, label, field }, condition, onApply }: FilterFormProps) {
  const { t } = useTranslation();
  const tests = testsOf(field);
  const [test, setTest] = useState(() => (condition && testFor(field, condition)) ?? tests[0]);
  const [value, setValue] = useState<unknown>(condition?.value ?? null);
  if (!test) return null;
  const operand = test.input === undefined ? test.value : value;
  const complete = isComplete(test, operand);
  const { operator, not = false } = test;
  const apply = () => complete && onApply({ kind: 'field', path, operator, value: operand, not });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Stack gap="sm">
        <Select
          aria-label={t('list.condition', { label })}
          data={tests.map(({ word }) => ({ value: word, label: t(`filter.${word}`) }))}
          value={test.word}
          onChange={(word) => {
            const next = tests.find((each) => each.word === word);
            if (!next) return;
            if (next.input !== test.input) setValue(null);
            setTest(next);
          }}
          comboboxProps={{ withinPortal: false }}
        />
        <FilterInput
          key={test.word}
          field={field}
          test={test}
          value={value}
          onChange={setValue}
          onDone={apply}
          autoFocus
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!complete}>
            {t('list.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { FilterInput } from './filter-input.tsx';
import { isComplete, testFor, testsOf } from './tests-of-field.ts';
import type { Filter } from './where.ts';

interface FilterFormProps {
  readonly path: string;
  readonly label: string;
  readonly field: FieldMeta;
  readonly filter?: Filter | undefined;
  onApply(filter: Filter): void;
}

/** Chooses how a field is tested and with what; applied with the button or Enter. */
export function FilterForm({ path, label, field, filter, onApply }: FilterFormProps) {
  const { t } = useTranslation();
  const tests = testsOf(field);
  const [test, setTest] = useState(
    () => (filter && testFor(field, filter.operator, filter.value)) ?? tests[0],
  );
  const [value, setValue] = useState<unknown>(filter?.value ?? null);
  if (!test) return null;
  const operand = test.input === undefined ? test.value : value;
  const complete = isComplete(test, operand);
  const apply = () => complete && onApply({ path, operator: test.operator, value: operand });

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

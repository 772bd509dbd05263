import { CloseButton, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { FilterInput } from '../filter-input.tsx';
import { testFor, testsOf } from '../tests-of-field.ts';
import { useConditionWords } from '../use-condition-words.ts';
import type { FieldCondition } from '../where.ts';
import classes from './builder.module.css';
import { FieldSelect } from './field-select.tsx';

interface ConditionRowProps {
  readonly object: ObjectMeta;
  readonly condition: FieldCondition;
  onChange(condition: FieldCondition): void;
  onRemove(): void;
}

/** A condition on a field: which, how it is compared, and with what. */
export function ConditionRow({ object, condition, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const words = useConditionWords(object.name, [condition]);
  const field = conditionField(meta, object.name, condition.path)?.field;
  const test = field && testFor(field, condition);
  const fixed = condition.path !== '' && !test;
  const pickTest = (word: string | null) => {
    const next = field && testsOf(field).find((each) => each.word === word);
    if (!next) return;
    const kept = next.input !== undefined && next.input === test?.input ? condition.value : null;
    const value = next.input === undefined ? next.value : kept;
    onChange({ ...condition, operator: next.operator, value, not: next.not ?? false });
  };
  const pickField = (path: string) => {
    const picked = conditionField(meta, object.name, path)?.field;
    const first = picked && testsOf(picked)[0];
    if (!first) return;
    const { operator, value = null, not = false } = first;
    onChange({ kind: 'field', path, operator, value, not });
  };
  return (
    <div className={classes.row}>
      {fixed ? (
        <span className={classes.fixed}>{words(condition)}</span>
      ) : (
        <>
          <FieldSelect object={object} path={condition.path} onPick={pickField} />
          {field && test && (
            <Select
              className={classes.test}
              aria-label={t('filter.test')}
              data={testsOf(field).map(({ word }) => ({ value: word, label: t(`filter.${word}`) }))}
              value={test.word}
              onChange={pickTest}
            />
          )}
          {field && test?.input && (
            <div className={classes.value}>
              <FilterInput
                key={test.word}
                field={field}
                test={test}
                value={condition.value}
                onChange={(value) => onChange({ ...condition, value })}
                onDone={() => undefined}
                inRow
              />
            </div>
          )}
        </>
      )}
      <CloseButton className={classes.remove} aria-label={t('filter.removeCondition')} onClick={onRemove} />
    </div>
  );
}

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { WhereField } from '../where-field.tsx';
import type { Rollup } from './definition.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';

const measures = ['count', 'sum', 'avg', 'min', 'max'] as const;
const numeric = new Set(['integer', 'decimal', 'money', 'percent', 'duration']);

/** What is counted or summed: the records of another object that point here. */
export function RollupSetting({ object, draft, errors, isNew, change }: DraftProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { rollup } = draft;
  const set = (values: Partial<Rollup>) =>
    change({ rollup: { ...{ object: '', by: '', measure: 'count' as const }, ...rollup, ...values } });
  const related = object.related.filter(({ object: name, field }) =>
    objects.some(
      (other) =>
        other.name === name && other.fields.some((one) => one.name === field && one.type === 'reference'),
    ),
  );
  const children = objects.find(({ name }) => name === rollup?.object);
  return (
    <>
      <div className={classes.row}>
        <Select
          label={t('settings.fields.rolledUp')}
          data={related.map(({ object: name, field, label }) => ({
            value: `${name}.${field}`,
            label: `${label} · ${objects.find((one) => one.name === name)?.fields.find((one) => one.name === field)?.label ?? field}`,
          }))}
          value={rollup?.object ? `${rollup.object}.${rollup.by}` : null}
          onChange={(chosen) => {
            const [name = '', by = ''] = (chosen ?? '').split('.');
            change({ rollup: { object: name, by, measure: 'count' } });
          }}
          error={errors.rollup ?? errors['rollup.object'] ?? errors['rollup.by']}
          disabled={!isNew}
          withAsterisk
          searchable
        />
        <Select
          label={t('settings.fields.measure')}
          data={measures.map((value) => ({ value, label: t(`settings.fields.measures.${value}`) }))}
          value={rollup?.measure ?? 'count'}
          onChange={(measure) => measure && set({ measure: measure as Rollup['measure'] })}
          error={errors['rollup.measure']}
          disabled={!isNew}
        />
        {rollup && rollup.measure !== 'count' && (
          <Select
            label={t('settings.fields.measured')}
            data={(children?.fields ?? [])
              .filter(({ type }) => numeric.has(type))
              .map(({ name, label }) => ({ value: name, label }))}
            value={rollup.field ?? null}
            onChange={(field) => field && set({ field })}
            error={errors['rollup.field']}
            disabled={!isNew}
            withAsterisk
          />
        )}
      </div>
      {children && (
        <WhereField
          label={t('settings.fields.countedWhere')}
          all={t('settings.fields.countedAll')}
          object={children}
          where={rollup?.where}
          error={errors['rollup.where']}
          onChange={(where) => set({ where })}
        />
      )}
    </>
  );
}

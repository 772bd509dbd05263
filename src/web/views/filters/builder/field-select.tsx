import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { conditionFields } from '../condition-field.ts';
import classes from './builder.module.css';

interface FieldSelectProps {
  readonly object: ObjectMeta;
  readonly path: string;
  onPick(path: string): void;
}

/** Which field a condition is on: the object's own or one of what it refers to; found by typing. */
export function FieldSelect({ object, path, onPick }: FieldSelectProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const groups = useMemo(() => {
    const [own = [], ...through] = conditionFields(meta, object);
    const far = conditionField(meta, object.name, path);
    const known = [own, ...through].some((fields) => fields.some((each) => each.path === path));
    const option = (each: { path: string; label: string }) => ({ value: each.path, label: each.label });
    return [
      { group: t('filter.own'), items: [...own, ...(far && !known ? [far] : [])].map(option) },
      ...through.map((fields) => ({
        group: t('filter.through', { label: fields[0]?.label.split(' › ')[0] ?? '' }),
        items: fields.map(option),
      })),
    ];
  }, [meta, object, path, t]);
  return (
    <Select
      className={classes.field}
      aria-label={t('filter.field')}
      placeholder={t('filter.field')}
      searchable
      autoFocus={path === ''}
      data-autofocus={path === '' || undefined}
      limit={100}
      data={groups}
      value={path || null}
      onChange={(next) => next && onPick(next)}
      nothingFoundMessage={t('field.nothingFound')}
    />
  );
}

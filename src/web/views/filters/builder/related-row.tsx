import { CloseButton, NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { relatedTo } from '../condition-field.ts';
import { noConditions, type RelatedCondition } from '../where.ts';
import classes from './builder.module.css';

interface RelatedRowProps {
  readonly object: ObjectMeta;
  readonly related: RelatedCondition;
  /** What must hold of them. */
  readonly children: ReactNode;
  onChange(related: RelatedCondition): void;
  onRemove(): void;
}

/** A condition on related records: whether there are any, which, and what must hold of them. */
export function RelatedRow({ object, related, children, onChange, onRemove }: RelatedRowProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { none, atLeast } = related;
  const several = relatedTo(meta, object);
  const quantity = none ? 'no' : atLeast > 1 ? 'atLeastSome' : 'some';
  const keyOf = (one: { object: string; field: string }) => `${one.object} ${one.field}`;
  return (
    <div className={classes.related}>
      <div className={classes.row}>
        <Select
          className={classes.test}
          aria-label={t('filter.quantity')}
          data={['some', 'no', 'atLeastSome'].map((value) => ({ value, label: t(`filter.${value}`) }))}
          value={quantity}
          onChange={(next) =>
            onChange({ ...related, none: next === 'no', atLeast: next === 'atLeastSome' ? 2 : 1 })
          }
        />
        {quantity === 'atLeastSome' && (
          <NumberInput
            w={80}
            aria-label={t('filter.quantity')}
            min={2}
            max={1000}
            clampBehavior="strict"
            allowDecimal={false}
            value={atLeast}
            onChange={(count) => onChange({ ...related, atLeast: Number(count) || 2 })}
          />
        )}
        <Select
          className={classes.field}
          aria-label={t('filter.related')}
          placeholder={t('filter.related')}
          searchable
          autoFocus={related.object === ''}
          data={several.map((one) => ({ value: keyOf(one), label: one.label }))}
          value={related.object === '' ? null : keyOf({ object: related.object, field: related.by })}
          onChange={(key) => {
            const next = several.find((one) => keyOf(one) === key);
            if (next) onChange({ ...related, object: next.object, by: next.field, where: noConditions });
          }}
          nothingFoundMessage={t('field.nothingFound')}
        />
        <CloseButton className={classes.remove} aria-label={t('filter.removeRelated')} onClick={onRemove} />
      </div>
      {children}
    </div>
  );
}

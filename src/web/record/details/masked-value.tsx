import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './inline-field.module.css';
import { RevealingValue } from './revealing-value.tsx';

/** A value shown in part that this person cannot change. */
export function MaskedValue({ field }: { readonly field: FieldMeta }) {
  const { t } = useTranslation();
  const { record } = useRecordScope();
  if (isEmpty(record[field.name] ?? null))
    return (
      <Text component="span" c="placeholder" className={classes.value} aria-label={t('record.empty')}>
        –
      </Text>
    );
  return (
    <div className={classes.value}>
      <div className={classes.shown}>
        <RevealingValue field={field} />
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import classes from './change-list.module.css';

/** A value as it was or became, in one line. */
export function ChangedValue({ field, value }: { field: FieldMeta | undefined; value: unknown }) {
  const { t } = useTranslation();
  if (isEmpty(value)) return <span className={classes.empty}>{t('record.timeline.nothing')}</span>;
  if (!field) return <span>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</span>;
  return <FieldDisplay field={field} value={value} dense={field.type !== 'boolean'} />;
}

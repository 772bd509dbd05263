import { useTranslation } from 'react-i18next';
import type { AggregateGroup } from '#kernel/report/answer.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { Column } from '#web/views/columns.ts';
import { measureKey } from './measures.ts';
import classes from './table.module.css';

interface TotalCellProps {
  readonly column: Column;
  readonly measure: string | undefined;
  readonly answer: AggregateGroup | undefined;
}

/** A total below a column or in the head of a group. */
export function TotalCell({ column, measure, answer }: TotalCellProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const value = measure && answer?.[measureKey(column, measure)];
  if (!measure || value === undefined || value === null) return null;
  const counted = ['filled', 'empty', 'countDistinct'].includes(measure);
  const type = column.field.result ?? column.field.type;
  // An average of whole numbers need not be whole.
  const shown = measure === 'avg' && type === 'integer' ? { ...column.field, type: 'decimal' } : column.field;
  return (
    <span className={classes.total} data-align={fieldView(column.field).align}>
      <span className={classes.measure}>{t(`total.${measure}`)}</span>
      {counted ? (
        <span>{numberFormat(locale).format(Number(value))}</span>
      ) : (
        <FieldDisplay field={shown} value={value} dense />
      )}
    </span>
  );
}

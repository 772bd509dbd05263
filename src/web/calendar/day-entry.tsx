import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { choiceOf } from '#web/fields/choice/allowed.ts';
import { formatTime } from '#web/fields/date-time/format.ts';
import { valueAt } from '#web/fields/path.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './calendar.module.css';

interface DayEntryProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly columns: readonly Column[];
  readonly record: RecordJson;
}

/** One record on its day: the hour, when it has one, and the name, with the colour of its state. */
export function DayEntry({ object, field, columns, record }: DayEntryProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const state = columns.find((column) => column.field.type === 'choice');
  const value = state && valueAt(record, state.valuePath);
  const choice = state && value !== null ? choiceOf(state.field, value) : undefined;
  const name = String(valueAt(record, object.nameField) ?? t('list.unnamed'));
  return (
    <Link
      to="/$object/$id"
      params={{ object: object.name, id: record.id }}
      className={classes.entry}
      title={[name, choice?.label].filter(Boolean).join(' · ')}
    >
      <span
        className={classes.dot}
        style={{ background: `var(--mantine-color-${choice?.color ?? 'grey'}-5)` }}
      />
      {field.type !== 'date' && (
        <span className={classes.time}>{formatTime(String(record[field.name]), locale, timeZone)}</span>
      )}
      <span className={classes.entryName}>{name}</span>
    </Link>
  );
}

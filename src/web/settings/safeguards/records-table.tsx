import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';

interface RecordsTableProps {
  readonly object: ObjectMeta;
  /** Absent while they are being asked for. */
  readonly records: readonly RecordJson[] | undefined;
  /** Names of the fields beside the name of the person. */
  readonly shown: readonly string[];
  /** What is said when there is none. */
  readonly none: string;
  buttons(record: RecordJson): ReactNode;
}

/** Records about people in a part of the settings, each with what can be done about it. */
export function RecordsTable({ object, records, shown, none, buttons }: RecordsTableProps) {
  const { t } = useTranslation();
  const columns = shown.flatMap((each) => object.fields.find((field) => field.name === each) ?? []);
  if (records === undefined) return null;
  if (records.length === 0) return <p className={`${classes.body} ${classes.faint}`}>{none}</p>;
  return (
    <SettingsTable columns={[t('settings.safeguards.who'), ...columns.map(({ label }) => label), null]}>
      {records.map((record) => (
        <tr key={record.id}>
          <td>
            <RecordLink
              target={{ object: object.name, id: record.id, name: String(record[object.nameField]) }}
            />
          </td>
          {columns.map((field) => (
            <td key={field.name}>
              <FieldDisplay field={field} value={record[field.name]} record={record} dense />
            </td>
          ))}
          <td>{buttons(record)}</td>
        </tr>
      ))}
    </SettingsTable>
  );
}

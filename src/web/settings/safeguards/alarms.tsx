import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { TakenDialog } from './taken-dialog.tsx';

const shown = ['what', 'how', 'amount', 'within', 'begunAt', 'address'];

/** The latest alarms: who has looked at how many records, of what, and from where. */
export function Alarms() {
  const { t } = useTranslation();
  const object = useMeta().objects.find(({ purpose }) => purpose === 'alarm');
  const name = object?.name ?? '';
  const alarms = useRecords(name, { sort: '-createdAt', limit: 20 }, { enabled: object !== undefined });
  const [looking, setLooking] = useState<RecordJson>();
  if (!object) return null;
  const columns = shown.flatMap((each) => object.fields.find((field) => field.name === each) ?? []);
  const records = alarms.data?.pages[0]?.records ?? [];
  return (
    <Section title={object.plural} text={t('settings.safeguards.alarmsText')} flush>
      {alarms.data && records.length === 0 ? (
        <p className={`${classes.body} ${classes.faint}`}>{t('settings.safeguards.noAlarms')}</p>
      ) : (
        <SettingsTable columns={[t('settings.safeguards.who'), ...columns.map(({ label }) => label), null]}>
          {records.map((record) => (
            <tr key={record.id}>
              <td>
                <RecordLink
                  target={{ object: name, id: record.id, name: String(record[object.nameField]) }}
                />
              </td>
              {columns.map((field) => (
                <td key={field.name}>
                  <FieldDisplay field={field} value={record[field.name]} record={record} dense />
                </td>
              ))}
              <td>
                <Button variant="default" size="compact-xs" onClick={() => setLooking(record)}>
                  {t('settings.safeguards.details')}
                </Button>
              </td>
            </tr>
          ))}
        </SettingsTable>
      )}
      {looking && (
        <TakenDialog
          person={String(looking.person)}
          name={String(looking[object.nameField])}
          onClose={() => setLooking(undefined)}
        />
      )}
    </Section>
  );
}

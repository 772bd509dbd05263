import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { HandOver } from './hand-over.tsx';
import { TakenDialog } from './taken-dialog.tsx';

const shown = ['state', 'endsAt', 'exportsPerDay'];

/** Who is marked as leaving: until when he comes in, what he has taken, and what of his there is to hand over. */
export function LeavingPeople() {
  const { t } = useTranslation();
  const object = useMeta().objects.find(({ purpose }) => purpose === 'leaving');
  const name = object?.name ?? '';
  const people = useRecords(name, { sort: '-endsAt', limit: 100 }, { enabled: object !== undefined });
  const remove = useDelete(name);
  const restore = useRestore(name);
  const [looking, setLooking] = useState<RecordJson>();
  const [handing, setHanding] = useState<string>();
  if (!object) return null;
  const columns = shown.flatMap((each) => object.fields.find((field) => field.name === each) ?? []);
  const records = people.data?.pages.flatMap((page) => page.records) ?? [];
  const takeBack = (id: string) =>
    remove.mutate([id], {
      onSuccess: () =>
        toastWithUndo(t('settings.safeguards.stays'), () => restore.mutate([id], { onError: toastProblem })),
      onError: toastProblem,
    });
  return (
    <Section
      title={t('settings.safeguards.leaving')}
      text={t('settings.safeguards.leavingText')}
      flush
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => openRecordForm({ object: name })}
        >
          {t('settings.safeguards.mark')}
        </Button>
      }
    >
      {people.data && records.length === 0 ? (
        <p className={`${classes.body} ${classes.faint}`}>{t('settings.safeguards.nobodyLeaves')}</p>
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
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  <Button variant="default" size="compact-xs" onClick={() => setLooking(record)}>
                    {t('settings.safeguards.taken')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    onClick={() => setHanding(String(record.person))}
                  >
                    {t('settings.safeguards.handOver')}
                  </Button>
                  <Button variant="subtle" size="compact-xs" onClick={() => takeBack(record.id)}>
                    {t('settings.safeguards.takeBack')}
                  </Button>
                </Group>
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
      {handing && <HandOver person={handing} onClose={() => setHanding(undefined)} />}
    </Section>
  );
}

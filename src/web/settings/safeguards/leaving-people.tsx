import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { ActionDialog } from '#web/record/actions/action-dialog.ts';
import { Section } from '../section.tsx';
import { RecordsTable } from './records-table.tsx';
import { TakenButton } from './taken-button.tsx';

const shown = ['state', 'endsAt', 'exportsPerDay'];

/** Who is marked as leaving: until when he comes in, what he has taken, and what of his there is to hand over. */
export function LeavingPeople() {
  const { t } = useTranslation();
  const { objects, actions } = useMeta();
  const object = objects.find(({ purpose }) => purpose === 'leaving');
  const handOver = actions.find((action) => action.object === object?.name && action.previewed);
  const name = object?.name ?? '';
  const { data } = useRecords(name, { sort: '-endsAt', limit: 100 }, { enabled: object !== undefined });
  const remove = useDelete(name);
  const restore = useRestore(name);
  const [handing, setHanding] = useState<RecordJson>();
  if (!object) return null;
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
      <RecordsTable
        {...{ object, shown }}
        records={data?.pages.flatMap((page) => page.records)}
        none={t('settings.safeguards.nobodyLeaves')}
        buttons={(record) => (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <TakenButton
              label={t('settings.safeguards.taken')}
              person={String(record.person)}
              name={String(record[object.nameField])}
            />
            <Button variant="default" size="compact-xs" onClick={() => setHanding(record)}>
              {t('settings.safeguards.handOver')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => takeBack(record.id)}>
              {t('settings.safeguards.takeBack')}
            </Button>
          </Group>
        )}
      />
      {handing && handOver && (
        <ActionDialog action={handOver} record={handing} onClose={() => setHanding(undefined)} />
      )}
    </Section>
  );
}

import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useStore } from '#web/kit/store.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { reachQuestion } from './ask-reach.ts';
import { openedOccurrence } from './open-occurrence.ts';

/** What can be done with one time of a series: make it a record of its own, take it out, or go to the series. */
export function OccurrenceDialog({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const navigate = useNavigate();
  const client = useQueryClient();
  const entry = useStore(openedOccurrence);
  const close = () => openedOccurrence.set(undefined);
  if (entry === undefined) return null;
  const { record, from } = entry;
  const time = `records/${object.name}/${record.id}/occurrences/${encodeURIComponent(from)}`;
  const open = (id: string) => navigate({ to: '/$object/$id', params: { object: object.name, id } });
  const attempt = async (change: () => Promise<unknown>) => {
    close();
    try {
      await change();
    } catch (error) {
      toastProblem(error);
    } finally {
      await client.invalidateQueries({ queryKey: keys.object(object.name) });
    }
  };
  const single = () =>
    attempt(async () => {
      const { id } = await api.patch<RecordJson>(`${time}?reach=this`, { version: record.version });
      await open(id);
    });
  const remove = () =>
    attempt(async () => {
      const reach = await reachQuestion.ask({ about: 'remove' });
      if (reach !== undefined) await api.delete(`${time}?reach=${reach}&version=${record.version}`);
    });
  return (
    <Modal opened onClose={close} title={String(valueAt(record, object.nameField) ?? '')} size="xs" centered>
      <Stack gap="xs">
        <Text c="dimmed" size="sm">
          {formatDateTime(from, locale, timeZone)}
        </Text>
        <Button variant="default" data-autofocus onClick={() => attempt(() => open(record.id))}>
          {t('calendar.openSeries')}
        </Button>
        {object.can.update && (
          <Button variant="default" onClick={single}>
            {t('calendar.changeOne')}
          </Button>
        )}
        {object.can.delete && (
          <Button variant="default" onClick={remove}>
            {t('calendar.remove')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

import { Button, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { OwnTime } from '#kernel/working-time/own-time.ts';
import type { Week } from '#kernel/working-time/week.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { workingTimeKey } from '#web/calendar/use-working-time.ts';
import { Modal } from '#web/kit/modal.tsx';
import { Section, Setting } from '../section.tsx';
import { OwnHoursForm } from './own-hours-form.tsx';

/** As many as can be chosen from. */
const most = 1000;

interface OtherHoursProps {
  /** Whose records have hours of their own: people or teams. */
  readonly object: ObjectMeta | undefined;
  readonly of: 'people' | 'teams';
  /** That of the company, from which others begin. */
  readonly week: Week;
}

/** Who works at other hours than the company, and whose an administrator sets. */
export function OtherHours({ object, of, week }: OtherHoursProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<RecordJson>();
  const name = object?.name ?? '';
  const list = useRecords(
    name,
    {
      ...{ select: 'name,workingTime', sort: 'name', limit: most },
      ...(of === 'people' && { where: { active: true } }),
    },
    { enabled: object !== undefined },
  );
  const records = list.data?.pages[0]?.records ?? [];
  const own = records.filter(({ workingTime }) => workingTime !== null);
  const choose = t(`settings.workingTime.${of}.choose`);
  return (
    <Section title={t(`settings.workingTime.${of}.title`)} text={t(`settings.workingTime.${of}.text`)}>
      {own.map((record) => (
        <Setting key={record.id} label={String(record.name)}>
          <Button variant="default" size="compact-sm" onClick={() => setChosen(record)}>
            {t('settings.workingTime.change')}
          </Button>
        </Setting>
      ))}
      <Select
        w={260}
        mt="xs"
        searchable
        aria-label={choose}
        placeholder={choose}
        data={records
          .filter((record) => !own.includes(record))
          .map((record) => ({ value: record.id, label: String(record.name) }))}
        value={null}
        onChange={(id) => setChosen(records.find((record) => record.id === id))}
      />
      {chosen && (
        <Modal opened onClose={() => setChosen(undefined)} title={String(chosen.name)} size="lg">
          <OwnHoursForm
            own={chosen.workingTime as OwnTime | null}
            week={week}
            save={(workingTime) =>
              api.patch(`records/${name}/${chosen.id}`, { version: chosen.version, workingTime })
            }
            onSaved={async () => {
              setChosen(undefined);
              await client.invalidateQueries({ queryKey: keys.object(name) });
              await client.invalidateQueries({ queryKey: workingTimeKey });
            }}
          />
        </Modal>
      )}
    </Section>
  );
}

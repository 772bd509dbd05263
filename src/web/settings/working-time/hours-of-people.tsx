import { Button, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTime } from '#kernel/working-time/own-time.ts';
import type { Week } from '#kernel/working-time/week.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { workingTimeKey } from '#web/calendar/use-working-time.ts';
import { Modal } from '#web/kit/modal.tsx';
import { usePeopleObject } from '../people/use-people.ts';
import { Section, Setting } from '../section.tsx';
import { OwnHoursForm } from './own-hours-form.tsx';

/** As many people as can be chosen from. */
const most = 1000;

/** Who works at hours of his own, and whose an administrator sets. */
export function HoursOfPeople({ week }: { readonly week: Week }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const object = usePeopleObject();
  const [chosen, setChosen] = useState<RecordJson>();
  const name = object?.name ?? '';
  const list = useRecords(
    name,
    { select: 'name,workingTime', sort: 'name', limit: most, where: { active: true } },
    { enabled: object !== undefined },
  );
  const people = list.data?.pages[0]?.records ?? [];
  const own = people.filter(({ workingTime }) => workingTime !== null);
  return (
    <Section title={t('settings.workingTime.people')} text={t('settings.workingTime.peopleText')}>
      {own.map((person) => (
        <Setting key={person.id} label={String(person.name)}>
          <Button variant="default" size="compact-sm" onClick={() => setChosen(person)}>
            {t('settings.workingTime.change')}
          </Button>
        </Setting>
      ))}
      <Select
        w={260}
        mt="xs"
        searchable
        aria-label={t('settings.workingTime.choosePerson')}
        placeholder={t('settings.workingTime.choosePerson')}
        data={people
          .filter((person) => !own.includes(person))
          .map((person) => ({ value: person.id, label: String(person.name) }))}
        value={null}
        onChange={(id) => setChosen(people.find((person) => person.id === id))}
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

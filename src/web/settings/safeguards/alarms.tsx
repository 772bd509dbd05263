import { useTranslation } from 'react-i18next';
import { useMeta, useRecords } from '#web/api/queries.ts';
import { Section } from '../section.tsx';
import { RecordsTable } from './records-table.tsx';
import { TakenButton } from './taken-button.tsx';

const shown = ['what', 'how', 'amount', 'within', 'begunAt', 'address'];

/** The latest alarms: who has looked at how many records, of what, and from where. */
export function Alarms() {
  const { t } = useTranslation();
  const object = useMeta().objects.find(({ purpose }) => purpose === 'alarm');
  const query = { sort: '-createdAt', limit: 20 };
  const { data } = useRecords(object?.name ?? '', query, { enabled: object !== undefined });
  if (!object) return null;
  return (
    <Section title={object.plural} text={t('settings.safeguards.alarmsText')} flush>
      <RecordsTable
        {...{ object, shown }}
        records={data?.pages[0]?.records}
        none={t('settings.safeguards.noAlarms')}
        buttons={({ person, [object.nameField]: name }) => (
          <TakenButton label={t('settings.safeguards.details')} person={String(person)} name={String(name)} />
        )}
      />
    </Section>
  );
}

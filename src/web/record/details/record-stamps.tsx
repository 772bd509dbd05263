import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { asTarget } from '#web/fields/reference/target.ts';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useRecordScope } from '../record-scope.ts';

/** Who made the record and who changed it last, in one quiet line each. */
export function RecordStamps() {
  const { record } = useRecordScope();
  return (
    <div>
      <Stamp text="record.createdBy" at={record.createdAt} by={record.createdBy} />
      {record.updatedAt !== record.createdAt && (
        <Stamp text="record.updatedBy" at={record.updatedAt} by={record.updatedBy} />
      )}
    </div>
  );
}

interface StampProps {
  readonly text: 'record.createdBy' | 'record.updatedBy';
  readonly at: unknown;
  readonly by: unknown;
}

function Stamp({ text, at, by }: StampProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const person = asTarget('user', by);
  const fetched = useRecordName('user', person?.id, { enabled: person?.name === undefined });
  if (typeof at !== 'string') return null;
  const name = person?.name ?? fetched ?? t('record.someone');
  return (
    <Text size="xs" c="dimmed">
      {t(text, { name, time: formatDateTime(at, locale, timeZone) })}
    </Text>
  );
}

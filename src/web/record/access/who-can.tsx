import { Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import classes from './access.module.css';
import { ReasonLine } from './reason-line.tsx';
import { useAccess } from './use-access.ts';

/** Asks why a person can reach the record, the person asking to begin with. */
export function WhoCan({ people, others }: { readonly people: string; readonly others: boolean }) {
  const { t } = useTranslation();
  const { user } = useMeta();
  const [person, setPerson] = useState<string | null>(user.id);
  const { data, error } = useAccess(person);
  const field: FieldMeta = {
    name: 'person',
    type: 'user',
    label: t('record.access.person'),
    targets: [people],
    required: true,
    readOnly: false,
    unique: false,
    sortable: false,
    operators: [],
  };
  const id = (value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : value;
  return (
    <section className={classes.section} aria-label={t('record.access.why')}>
      <Text component="h3" className={classes.heading}>
        {t('record.access.why')}
      </Text>
      {others && (
        <FieldEditor
          field={field}
          value={person === user.id ? { id: user.id, name: user.name } : person}
          onChange={(value) => setPerson((id(value) as string | null) ?? user.id)}
          label
        />
      )}
      {error && <Text size="sm">{t('record.access.notYours')}</Text>}
      {!error && !data && <Skeleton height={48} />}
      {data && data.reasons.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('record.access.none', { name: data.person.name })}
        </Text>
      )}
      {data && data.reasons.length > 0 && (
        <ul className={classes.reasons}>
          {data.reasons.map((reason) => (
            <ReasonLine key={JSON.stringify(reason)} reason={reason} />
          ))}
        </ul>
      )}
    </section>
  );
}

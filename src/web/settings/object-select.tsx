import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import classes from './settings.module.css';

interface ObjectSelectProps {
  readonly objects: readonly ObjectMeta[];
  readonly value: string;
  onChange(name: string): void;
}

/** Which object a part of the settings is about; those of the navigation first. */
export function ObjectSelect({ objects, value, onChange }: ObjectSelectProps) {
  const { t } = useTranslation();
  const listed = useMeta().navigation.flatMap(({ objects: names }) => names);
  const place = (name: string) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return (
    <div className={classes.object}>
      <Select
        label={t('settings.fields.object')}
        data={objects
          .toSorted((one, other) => place(one.name) - place(other.name))
          .map(({ name, label }) => ({ value: name, label }))}
        value={value}
        onChange={(name) => name && onChange(name)}
        searchable
        maw={320}
      />
    </div>
  );
}

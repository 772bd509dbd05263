import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import own from './rights.module.css';
import { RightsRow } from './rights-row.tsx';
import {
  type ObjectRights,
  operations,
  useChangeRight,
  useChanges,
  useDeclaredRights,
  useGrantObject,
} from './use-rights.ts';

/** What each role may do with each object, to be changed by an administrator. */
export function Rights() {
  const { t } = useTranslation();
  const grant = useGrantObject();
  const { data } = useDeclaredRights();
  const [chosen, setChosen] = useState<string>();
  const role = chosen ?? data?.roles[0]?.name;
  if (!grant || !data || role === undefined) return null;
  return (
    <Section
      title={t('settings.rights.title')}
      text={t('settings.rights.text')}
      flush
      aside={
        <NativeSelect
          aria-label={t('settings.rights.role')}
          value={role}
          data={data.roles.map(({ name, label }) => ({ value: name, label }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      }
    >
      <div className={classes.scroll}>
        <Matrix key={role} grant={grant} role={role} objects={data.objects} />
      </div>
    </Section>
  );
}

interface MatrixProps {
  readonly grant: ObjectMeta;
  readonly role: string;
  readonly objects: readonly ObjectRights[];
}

function Matrix({ grant, role, objects }: MatrixProps) {
  const { t } = useTranslation();
  const changes = useChanges(grant, role);
  const change = useChangeRight(grant, role);
  const labelOf = (name: string) => grant.fields.find((field) => field.name === name)?.label;
  return (
    <table className={`${classes.table} ${own.matrix}`}>
      <thead>
        <tr>
          <th>{labelOf('object')}</th>
          {operations.map((operation) => (
            <th key={operation}>{labelOf(operation)}</th>
          ))}
          <th>{t('settings.rights.fields')}</th>
        </tr>
      </thead>
      <tbody>
        {objects.map((object) => (
          <RightsRow
            key={object.name}
            grant={grant}
            role={role}
            object={object}
            record={changes.get(object.name)}
            onChange={(values) =>
              change.mutate({
                object: object.name,
                record: changes.get(object.name),
                ...(values && { values }),
              })
            }
          />
        ))}
      </tbody>
    </table>
  );
}

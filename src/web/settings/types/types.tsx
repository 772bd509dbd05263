import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { ObjectSelect } from '../object-select.tsx';
import { Section } from '../section.tsx';
import { AwayTypes } from './away-types.tsx';
import { TypeDialog } from './type-dialog.tsx';
import { TypeTable } from './type-table.tsx';
import { type StoredType, useStoredTypes, useTypeObject } from './use-types.ts';

/** The types of record of each object. */
export function Types() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object: asked } = useSearch({ from: '/app/settings' });
  const kind = useTypeObject();
  const [chosen, choose] = useState(asked ?? '');
  const [editing, edit] = useState<StoredType | 'new'>();
  const offered = objects.filter(
    ({ purpose, unites, can }) => purpose === undefined && unites.length === 0 && can.create,
  );
  const object = offered.find(({ name }) => name === chosen) ?? offered[0];
  const types = useStoredTypes(kind?.name ?? '', object?.name ?? '', false);
  if (!kind || !object) return null;
  return (
    <>
      <Section
        title={t('settings.types.title')}
        text={t('settings.types.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => edit('new')}>
            {t('settings.types.add')}
          </Button>
        }
      >
        <ObjectSelect objects={offered} value={object.name} onChange={choose} />
        <TypeTable object={object} kind={kind} types={types} onEdit={edit} />
      </Section>
      <AwayTypes kind={kind} object={object} />
      {editing && (
        <TypeDialog
          object={object}
          kind={kind}
          type={editing === 'new' ? undefined : editing}
          position={types.length}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  );
}

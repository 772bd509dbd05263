import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { ObjectSelect } from '../object-select.tsx';
import { Section } from '../section.tsx';
import { LayoutPreview } from './layout-preview.tsx';
import { LayoutTable } from './layout-table.tsx';
import { type StoredLayout, useLayoutObject, useStoredLayouts } from './use-layouts.ts';

const LayoutEditor = lazy(() =>
  import('./editor/layout-editor.tsx').then(({ LayoutEditor: Editor }) => ({ default: Editor })),
);

/** How the record page of each object is laid out, for whom and for which types of record. */
export function Layouts() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object: asked } = useSearch({ from: '/app/settings' });
  const kind = useLayoutObject();
  const [chosen, choose] = useState(asked ?? '');
  const [editing, edit] = useState<StoredLayout | 'new'>();
  const offered = objects.filter(({ purpose, unites }) => purpose === undefined && unites.length === 0);
  const object = offered.find(({ name }) => name === chosen) ?? offered[0];
  const layouts = useStoredLayouts(kind?.name ?? '', object?.name ?? '');
  if (!kind || !object) return null;
  return (
    <>
      <Section
        title={t('settings.layouts.title')}
        text={t('settings.layouts.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => edit('new')}>
            {t('settings.layouts.add')}
          </Button>
        }
      >
        <ObjectSelect objects={offered} value={object.name} onChange={choose} />
        <LayoutTable object={object} kind={kind} layouts={layouts} onEdit={edit} />
      </Section>
      <LayoutPreview key={object.name} object={object} kind={kind} />
      {editing && (
        <Suspense fallback={null}>
          <LayoutEditor
            object={object}
            kind={kind}
            layout={editing === 'new' ? undefined : editing}
            position={layouts.length}
            onClose={() => edit(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, LayoutPartMeta, ObjectMeta, PageMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { Section } from '../section.tsx';
import classes from './layouts.module.css';
import { useLayoutWords } from './use-layout-words.ts';
import { usePages } from './use-layouts.ts';

interface LayoutPreviewProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
}

/** What the page of a person looks like: which layout counts for him, and what of it he may see. */
export function LayoutPreview({ object, kind }: LayoutPreviewProps) {
  const { t } = useTranslation();
  const { user, objects } = useMeta();
  const [person, setPerson] = useState<{ readonly id: string; readonly name?: string } | null>({
    id: user.id,
    name: user.name,
  });
  const [type, setType] = useState<string | null>(null);
  const { data } = usePages(kind.name, object.name, person?.id, type);
  const people = objects
    .find(({ purpose }) => purpose === 'share')
    ?.fields.find(({ name }) => name === 'recipient');
  const types = (object.types ?? []).map(({ value, label }) => ({ value, label }));
  return (
    <Section title={t('settings.layouts.preview')} text={t('settings.layouts.previewText')}>
      <div className={classes.asked}>
        <FieldEditor
          field={personField(t('settings.layouts.person'), people?.targets?.[0] ?? '')}
          value={person}
          onChange={(value) => setPerson(asPerson(value) ?? { id: user.id, name: user.name })}
          label
        />
        {types.length > 0 && (
          <Select
            label={t('settings.layouts.type')}
            data={types}
            value={type}
            onChange={setType}
            clearable
            placeholder={t('settings.layouts.noType')}
          />
        )}
      </div>
      {data && <SeenPage object={object} page={data.seen} />}
    </Section>
  );
}

function SeenPage({ object, page }: { readonly object: ObjectMeta; readonly page: PageMeta }) {
  const { t } = useTranslation();
  const { fieldLabel } = useLayoutWords(object);
  const { layout, highlights } = page;
  const areas = layout
    ? [
        ...(layout.beside.length > 0 ? [{ name: 'beside', label: '', parts: layout.beside }] : []),
        ...layout.tabs,
      ]
    : [{ name: 'beside', label: '', parts: page.sections.map(({ name }) => ({ section: name })) }];
  return (
    <>
      <p className={classes.which}>
        {layout ? t('settings.layouts.byLayout', { name: layout.name }) : t('settings.layouts.asDeclared')}
      </p>
      {highlights.length > 0 && (
        <p className={classes.seenStrip}>{highlights.map((path) => fieldLabel(path)).join(' · ')}</p>
      )}
      <div className={classes.seen}>
        {areas.map((area) => (
          <SeenArea key={area.name} object={object} page={page} {...area} />
        ))}
      </div>
    </>
  );
}

interface SeenAreaProps {
  readonly object: ObjectMeta;
  readonly page: PageMeta;
  readonly name: string;
  readonly label: string;
  readonly parts: readonly LayoutPartMeta[];
}

function SeenArea({ object, page, name, label, parts }: SeenAreaProps) {
  const { areaLabel, fieldLabel, listLabel, panelLabel } = useLayoutWords(object);
  return (
    <div className={classes.seenArea}>
      <h3>{areaLabel(name, label)}</h3>
      {parts.map((part) => {
        if ('related' in part) return <p key={part.related}>{listLabel(part.related)}</p>;
        if ('panel' in part) return <p key={part.panel}>{panelLabel(part.panel)}</p>;
        const section = page.sections.find((one) => one.name === part.section);
        return (
          <div key={part.section}>
            <h4>{section?.label}</h4>
            <ul data-columns={section?.columns}>
              {section?.fields.map((field) => (
                <li key={field}>{fieldLabel(field)}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function personField(label: string, target: string): FieldMeta {
  return {
    ...{ name: 'person', type: 'user', label, targets: [target], required: true, readOnly: false },
    ...{ unique: false, sortable: false, operators: [] },
  };
}

function asPerson(value: unknown): { readonly id: string } | undefined {
  if (typeof value === 'string') return { id: value };
  return typeof value === 'object' && value !== null && 'id' in value
    ? { ...value, id: String(value.id) }
    : undefined;
}

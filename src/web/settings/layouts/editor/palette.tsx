import { useTranslation } from 'react-i18next';
import { type LayoutPart, layoutPanels } from '#kernel/run-time/page-layout.ts';
import { useMeta } from '#web/api/queries.ts';
import { offPage, partKey, sectionsOf } from '../draft.ts';
import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { FieldList } from './field-list.tsx';
import { PartCard } from './part-card.tsx';

const system = new Set(['id', 'version']);

/** What is on no part of the page: fields, related lists, and what happened. */
export function Palette() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object, draft } = useEditing();
  const placed = new Set(sectionsOf(draft.areas).flatMap(({ fields }) => fields));
  const fields = object.fields
    .map(({ name }) => name)
    .filter((name) => !placed.has(name) && !system.has(name));
  const used = new Set(draft.areas.flatMap(({ parts }) => parts.map(partKey)));
  // Shares, followings and the like have places of their own on every page.
  const lists = object.related.filter(
    (one) => objects.find(({ name }) => name === one.object)?.purpose === undefined,
  );
  const panels = layoutPanels.filter((panel) => panel !== 'publish' || object.publicForm);
  const parts = [
    ...panels.map((panel): LayoutPart => ({ kind: 'panel', panel })),
    ...lists.map((one): LayoutPart => ({ kind: 'related', list: `${one.object}.${one.field}` })),
  ].filter((part) => !used.has(partKey(part)));
  return (
    <aside className={classes.palette} aria-label={t('settings.layouts.palette')}>
      <h3>{t('settings.layouts.palette')}</h3>
      <FieldList place={offPage} fields={fields} label={t('settings.layouts.palette')} />
      {parts.length > 0 && <h3>{t('settings.layouts.paletteParts')}</h3>}
      {parts.map((part) => (
        <PartCard key={partKey(part)} part={part} area={offPage} at={0} last />
      ))}
    </aside>
  );
}

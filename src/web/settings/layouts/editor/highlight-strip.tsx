import { useTranslation } from 'react-i18next';
import { strip } from '../draft.ts';
import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { FieldList } from './field-list.tsx';

/** The values in the strip at the top of the page. */
export function HighlightStrip() {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const label = t('settings.layouts.strip');
  return (
    <section className={classes.strip} aria-label={label}>
      <h3>{label}</h3>
      <FieldList place={strip} fields={draft.highlights} label={label} />
    </section>
  );
}

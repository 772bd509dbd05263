import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { previewOf, settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';

/** The field as people will fill it in; what is put in here is its default, where it can have one. */
export function FieldPreview({ draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const settings = settingsOf(draft.type);
  const field = previewOf(draft, zh, t('settings.fields.unnamed'));
  const takesDefault = settings.default !== false && !draft.unique;
  if (settings.computed) return null;
  return (
    <section className={classes.preview} aria-label={t('settings.fields.preview')}>
      <h3 className={classes.previewTitle}>
        {t(takesDefault ? 'settings.fields.previewDefault' : 'settings.fields.preview')}
      </h3>
      <FieldEditor
        // A field of another kind is another input.
        key={`${draft.type} ${draft.target}`}
        field={field}
        value={takesDefault ? (draft.default ?? null) : null}
        onChange={(value) => takesDefault && change({ default: value })}
        error={errors.default}
        label
      />
      {draft.type === 'reference' && !draft.target && (
        <Text c="dimmed" size="sm">
          {t('settings.fields.chooseTarget')}
        </Text>
      )}
    </section>
  );
}

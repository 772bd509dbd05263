import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { ChoiceList } from './choice-list.tsx';
import { settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';
import { FormulaSetting } from './formula-setting.tsx';
import { RollupSetting } from './rollup-setting.tsx';

/** What a type must be told besides: choices, the object pointed to, a format, decimal places. */
export function TypeChoices(props: DraftProps) {
  const { draft, errors, isNew, change } = props;
  const { t } = useTranslation();
  const { objects } = useMeta();
  const settings = settingsOf(draft.type);
  if (settings.choices) return <ChoiceList {...props} />;
  if (draft.type === 'rollup') return <RollupSetting {...props} />;
  return (
    <>
      {draft.type === 'formula' && <FormulaSetting {...props} />}
      {settings.target && (
        <Select
          label={t('settings.fields.target')}
          data={objects.map(({ name, label }) => ({ value: name, label }))}
          value={draft.target ?? null}
          onChange={(target) => change({ target, ...(target !== draft.object && { acyclic: null }) })}
          error={errors.target}
          disabled={!isNew}
          withAsterisk
          searchable
        />
      )}
      {settings.target && draft.target === draft.object && (
        <Switch
          label={t('settings.fields.acyclic')}
          description={t('settings.fields.acyclicHelp')}
          checked={draft.acyclic === true}
          onChange={(event) => change({ acyclic: event.currentTarget.checked || null })}
          error={errors.acyclic}
          disabled={!isNew}
        />
      )}
      {draft.type === 'autoNumber' && (
        <TextInput
          label={t('settings.fields.format')}
          description={t('settings.fields.formatHelp')}
          placeholder="C-{year}-{0000}"
          value={draft.format ?? ''}
          onChange={(event) => change({ format: event.currentTarget.value || null })}
          error={errors.format}
          disabled={!isNew}
        />
      )}
      {(settings.scale !== undefined || settings.longest !== undefined) && (
        <div className={classes.row}>
          {settings.scale !== undefined && (
            <NumberInput
              label={t('settings.fields.scale')}
              value={draft.scale ?? settings.scale}
              onChange={(scale) => change({ scale: Number(scale) })}
              error={errors.scale}
              disabled={!isNew}
              min={0}
              max={8}
            />
          )}
          {settings.longest !== undefined && (
            <NumberInput
              label={t('settings.fields.maxLength')}
              value={draft.maxLength ?? settings.longest}
              onChange={(maxLength) => change({ maxLength: Number(maxLength) || null })}
              error={errors.maxLength}
              min={1}
              max={settings.longest}
            />
          )}
        </div>
      )}
    </>
  );
}

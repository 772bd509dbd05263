import { Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';

const askable = new Set(['choice', 'boolean', 'text', 'integer', 'user', 'reference']);

/** Never, always, or when another field of the record has a certain value. */
export function RequiredSetting({ object, draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  const [asked, value] = Object.entries(draft.requiredWhen ?? {})[0] ?? [];
  const [when, setWhen] = useState(asked !== undefined);
  if (settingsOf(draft.type).required === false) return null;
  const state = when ? 'when' : draft.required ? 'always' : 'never';
  const fields = object.fields.filter(
    ({ name, type, readOnly }) => askable.has(type) && !readOnly && name !== draft.name,
  );
  const field = fields.find(({ name }) => name === asked);
  return (
    <Stack gap="xs">
      <Input.Wrapper label={t('settings.fields.required')} error={errors.required}>
        <div>
          <SegmentedControl
            value={state}
            onChange={(chosen) => {
              setWhen(chosen === 'when');
              change({ required: chosen === 'always', requiredWhen: null });
            }}
            data={(['never', 'always', 'when'] as const).map((each) => ({
              value: each,
              label: t(`settings.fields.${each}`),
            }))}
          />
        </div>
      </Input.Wrapper>
      {when && (
        <div className={classes.row}>
          <Select
            label={t('settings.fields.whenField')}
            data={fields.map(({ name, label }) => ({ value: name, label }))}
            value={asked ?? null}
            onChange={(name) => name && change({ requiredWhen: { [name]: null } })}
            error={errors.requiredWhen}
            searchable
          />
          {field && (
            <FieldEditor
              field={{ ...field, label: t('settings.fields.whenIs'), required: false }}
              value={value ?? null}
              onChange={(next) => change({ requiredWhen: { [field.name]: next } })}
              label
            />
          )}
        </div>
      )}
    </Stack>
  );
}

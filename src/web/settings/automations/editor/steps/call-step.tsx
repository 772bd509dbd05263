import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { conditionFields } from '#web/views/filters/condition-field.ts';
import { useWebhookObject, useWebhooks } from '../../../webhooks/use-webhooks.ts';
import { useDrawing } from '../drawing.ts';
import { FillRows } from '../fill-rows.tsx';
import classes from '../flow.module.css';
import type { StepProps } from '../step-props.ts';

/** A program is told of the record by a webhook, and what it answers fills in fields. */
export function CallStep({ step, errors, onChange }: StepProps<'call'>) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { object } = useDrawing();
  const { data: webhooks = [] } = useWebhooks(useWebhookObject()?.name ?? '');
  const sent = conditionFields(meta, object)
    .flat()
    .filter(({ field }) => field.sealed !== true)
    .map(({ path, label }) => ({ value: path, label }));
  const { fills, ...others } = step;
  return (
    <>
      <p className={classes.note}>{t('settings.automations.call.text')}</p>
      <Select
        label={t('settings.automations.call.webhook')}
        data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
        value={webhooks.some(({ id }) => id === step.webhook) ? step.webhook : null}
        onChange={(webhook) => webhook && onChange({ ...step, webhook })}
        error={errors.webhook}
        nothingFoundMessage={t('settings.automations.call.noWebhook')}
        searchable
      />
      <MultiSelect
        label={t('settings.automations.call.fields')}
        data={sent}
        value={[...step.fields]}
        onChange={(fields) => onChange({ ...step, fields })}
        error={errors.fields}
        limit={100}
        searchable
      />
      <FillRows
        fields={object.fields}
        fills={fills ?? {}}
        errors={errors}
        onChange={(next) => onChange(Object.keys(next).length === 0 ? others : { ...step, fills: next })}
      />
    </>
  );
}

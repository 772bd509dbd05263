import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawnTrigger } from '#kernel/run-time/automation-definition.ts';
import { systemNames } from '#kernel/system-fields.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { FlowCard } from './flow-card.tsx';
import { SpanInput } from './span-input.tsx';

const kinds = ['created', 'updated', 'deleted', 'time'] as const;

/** When it starts: what happens to a record, or which time of it comes. */
export function TriggerCard() {
  const { t } = useTranslation();
  const { object, draft, errors, change } = useDrawing();
  const { trigger } = draft;
  const times = object.fields.filter(
    ({ type, name }) => (type === 'date' || type === 'dateTime') && name !== 'updatedAt',
  );
  const start = (on: DrawnTrigger['on']): DrawnTrigger =>
    on === 'time' ? { on, field: (times[0]?.name ?? '') as never, offset: 0 } : { on };
  const option = ({ name, label }: { name: string; label: string }) => ({ value: name, label });
  return (
    <FlowCard mark={t('settings.automations.when')} title={object.label}>
      <Select
        label={t('settings.automations.trigger')}
        data={kinds
          .filter((on) => on !== 'time' || times.length > 0)
          .map((on) => ({ value: on, label: t(`settings.automations.on.${on}`) }))}
        value={trigger.on}
        onChange={(on) => on && change({ trigger: start(on as DrawnTrigger['on']) })}
        error={errors['trigger.on'] ?? errors.trigger}
        allowDeselect={false}
      />
      {trigger.on === 'updated' && (
        <MultiSelect
          label={t('settings.automations.fields')}
          placeholder={(trigger.fields ?? []).length === 0 ? t('settings.automations.anyField') : ''}
          data={object.fields
            .filter(
              ({ name, type }) => !systemNames.includes(name) && type !== 'formula' && type !== 'rollup',
            )
            .map(option)}
          value={[...(trigger.fields ?? [])]}
          onChange={(fields) => change({ trigger: { on: 'updated', fields } })}
          error={errors['trigger.fields']}
          searchable
        />
      )}
      {trigger.on === 'time' && (
        <div className={classes.row}>
          <Select
            label={t('settings.automations.timeField')}
            data={times.map(option)}
            value={trigger.field}
            onChange={(field) => field && change({ trigger: { ...trigger, field: field as never } })}
            error={errors['trigger.field']}
            allowDeselect={false}
          />
          <SpanInput
            label={t('settings.automations.offset')}
            seconds={trigger.offset}
            signed
            error={errors['trigger.offset']}
            onChange={(offset) => change({ trigger: { ...trigger, offset } })}
          />
        </div>
      )}
    </FlowCard>
  );
}

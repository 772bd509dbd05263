import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useDrawing } from '../drawing.ts';
import type { StepProps } from '../step-props.ts';
import { ValueRows } from '../value-rows.tsx';

/** A verb of the record is run, with what it asks for. */
export function ActionStep({ step, errors, onChange }: StepProps<'action'>) {
  const { t } = useTranslation();
  const { actions } = useMeta();
  const { object } = useDrawing();
  const offered = actions.filter((action) => action.object === object.name && action.target !== 'none');
  const chosen = offered.find(({ name }) => name === step.action);
  return (
    <>
      <Select
        label={t('settings.automations.whichAction')}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={step.action || null}
        onChange={(action) => action && onChange({ do: 'action', action, input: {} })}
        error={errors.action}
        nothingFoundMessage={t('field.nothingFound')}
        searchable
      />
      {chosen && chosen.input.length > 0 && (
        <ValueRows
          fields={chosen.input}
          values={step.input ?? {}}
          errors={errors}
          group="input"
          onChange={(input) => onChange({ ...step, input })}
        />
      )}
    </>
  );
}

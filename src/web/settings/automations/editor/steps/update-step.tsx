import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useDrawing } from '../drawing.ts';
import type { StepProps } from '../step-props.ts';
import { ValueRows } from '../value-rows.tsx';

/** Fields of the record are filled in, or of one that it refers to. */
export function UpdateStep({ step, errors, onChange }: StepProps<'update'>) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object } = useDrawing();
  const objectAt = (path: string) => {
    const field = object.fields.find(({ name }) => name === path);
    return objects.find(({ name }) => name === field?.targets?.[0]);
  };
  const references = object.fields.filter(
    ({ type, name }) => type === 'reference' && objectAt(name)?.openToSteps === true,
  );
  const target = step.through === undefined ? object : objectAt(step.through);
  return (
    <>
      <Select
        label={t('settings.automations.whichRecord')}
        data={[
          ...(object.openToSteps ? [{ value: '', label: t('settings.automations.thisRecord') }] : []),
          ...references.map(({ name, label }) => ({
            value: name,
            label: t('settings.automations.referredTo', { label }),
          })),
        ]}
        value={step.through ?? ''}
        onChange={(through) =>
          through !== null && onChange({ do: 'update', values: {}, ...(through !== '' && { through }) })
        }
        error={errors.through}
        allowDeselect={false}
      />
      {target && (
        <ValueRows
          fields={target.fields}
          values={step.values}
          errors={errors}
          group="values"
          onChange={(values) => onChange({ ...step, values })}
        />
      )}
    </>
  );
}

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useDrawing } from '../drawing.ts';
import { leadingTo } from '../leading-to.ts';
import type { StepProps } from '../step-props.ts';
import { ValueRows } from '../value-rows.tsx';

/** A record of any object is made; what it cannot do without is asked at once. */
export function CreateStep({ step, errors, onChange }: StepProps<'create'>) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object: own } = useDrawing();
  const offered = objects.filter(({ openToSteps }) => openToSteps === true);
  const target = offered.find(({ name }) => name === step.object);
  return (
    <>
      <Select
        label={t('settings.automations.whichObject')}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={target?.name ?? null}
        onChange={(name) => {
          const chosen = offered.find((one) => one.name === name);
          if (chosen) onChange({ do: 'create', object: chosen.name as never, values: startOf(chosen, own) });
        }}
        error={errors.object}
        searchable
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

/** What a new record begins with here: its name to be said, and what leads back to the record. */
function startOf(target: ObjectMeta, own: ObjectMeta): Readonly<Record<string, unknown>> {
  const about = leadingTo(target, own);
  const needed = target.fields.filter(
    ({ required, readOnly, default: usual, name }) =>
      (required || name === target.nameField) && !readOnly && usual === undefined,
  );
  return {
    ...Object.fromEntries(needed.map(({ name }) => [name, null])),
    ...(about && { [about.name]: '$record' }),
  };
}

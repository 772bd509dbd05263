import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { conditionFields } from '#web/views/filters/condition-field.ts';
import { useDrawing } from '../drawing.ts';
import type { StepProps } from '../step-props.ts';
import { TextWithFields } from '../text-with-fields.tsx';

const circles = ['$actor', '$followers', '$administrators'] as const;

/** People are told something in words of the company's own. */
export function NotifyStep({ step, errors, onChange }: StepProps<'notify'>) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { object, start } = useDrawing();
  const peopleOf = (of: ObjectMeta, mark: string) =>
    conditionFields(meta, of)
      .flat()
      .filter(({ field }) => field.type === 'user')
      .map(({ path, label }) => ({ value: `${mark}.${path}`, label }));
  const isPerson = (one: string) => !one.startsWith('$');
  const people = meta.objects.find(({ fields: own }) => own.some(({ name }) => name === 'timeZone'));
  const chosen = step.to.filter(isPerson);
  const persons: FieldMeta = {
    ...{ name: 'people', label: t('settings.automations.persons'), type: 'manyToMany' },
    ...{ required: false, readOnly: false, unique: false, sortable: false, operators: [] },
    targets: [people?.name ?? 'user'],
  };
  return (
    <>
      <MultiSelect
        label={t('settings.automations.whoIsTold')}
        data={[
          {
            group: t('settings.automations.fromRecord'),
            items: peopleOf(object, '$record'),
          },
          ...(start
            ? [
                {
                  group: t('settings.automations.loop.ofStart', { label: start.label }),
                  items: peopleOf(start, '$start'),
                },
              ]
            : []),
          {
            group: t('settings.automations.circles'),
            items: circles.map((value) => ({
              value,
              label: t(`settings.automations.circle.${value.slice(1)}`),
            })),
          },
        ]}
        value={step.to.filter((one) => !isPerson(one))}
        onChange={(to) => onChange({ ...step, to: [...to, ...chosen] })}
        error={errors.to}
        searchable
      />
      <FieldEditor
        field={persons}
        value={chosen}
        label
        onChange={(ids) =>
          onChange({
            ...step,
            to: [...step.to.filter((one) => !isPerson(one)), ...((ids as readonly string[] | null) ?? [])],
          })
        }
      />
      <TextWithFields
        label={t('settings.automations.says')}
        value={step.says}
        error={errors.says}
        ownOnly
        onChange={(says) => onChange({ ...step, says })}
      />
    </>
  );
}

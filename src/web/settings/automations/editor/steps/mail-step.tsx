import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useDrawing } from '../drawing.ts';
import classes from '../flow.module.css';
import type { StepProps } from '../step-props.ts';
import { TextWithFields } from '../text-with-fields.tsx';

/** A person outside is written to, where he allows it for the purpose. */
export function MailStep({ step, errors, onChange }: StepProps<'mail'>) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object } = useDrawing();
  const referred = object.fields
    .filter(({ type }) => type === 'reference')
    .map(({ name, label, targets }) => ({
      ...{ through: name, label },
      target: objects.find((one) => one.name === targets?.[0]),
    }));
  const addresses = [{ through: undefined, label: object.label, target: object }, ...referred].flatMap(
    ({ through, label, target }) =>
      target?.person === true
        ? target.fields
            .filter(({ type, sealed }) => type === 'email' && sealed !== true)
            .map((field) => ({
              value: through === undefined ? field.name : `${through}.${field.name}`,
              label: `${label} › ${field.label}`,
            }))
        : [],
  );
  const ledger = objects.find(({ purpose }) => purpose === 'permission');
  const purposes = ledger?.fields.find(({ name }) => name === 'purpose')?.choices ?? [];
  const value = step.through === undefined ? step.address : `${step.through}.${step.address}`;
  return (
    <>
      <p className={classes.note}>{t('settings.automations.mailText')}</p>
      <div className={classes.row}>
        <Select
          label={t('settings.automations.mailTo')}
          data={addresses}
          value={addresses.some((one) => one.value === value) ? value : null}
          onChange={(path) => {
            const [address = '', through] = (path ?? '').split('.').reverse();
            const { through: _, ...rest } = step;
            if (path) onChange({ ...rest, address, ...(through !== undefined && { through }) });
          }}
          error={errors.address ?? errors.through}
          nothingFoundMessage={t('settings.automations.noAddress')}
          searchable
        />
        <Select
          label={t('settings.automations.purpose')}
          data={purposes.map((one) => ({ value: one.value, label: one.label }))}
          value={step.purpose || null}
          onChange={(purpose) => purpose && onChange({ ...step, purpose })}
          error={errors.purpose}
        />
      </div>
      <TextWithFields
        label={t('settings.automations.subject')}
        value={step.subject}
        error={errors.subject}
        oneLine
        onChange={(subject) => onChange({ ...step, subject })}
      />
      <TextWithFields
        label={t('settings.automations.mailBody')}
        value={step.text}
        error={errors.text}
        onChange={(text) => onChange({ ...step, text })}
      />
    </>
  );
}

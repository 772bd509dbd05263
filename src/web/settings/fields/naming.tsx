import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';
import { useDefiningObject } from './use-definitions.ts';

/** What a field is called, in the reader's language first, and what kind of value it has. */
export function Naming({ draft, errors, isNew, change }: DraftProps) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const type = useDefiningObject()?.fields.find(({ name }) => name === 'type');
  const order = zh ? (['labelZh', 'labelEn'] as const) : (['labelEn', 'labelZh'] as const);
  const missing = errors.labelZh ?? errors.labelEn;
  return (
    <>
      <div className={classes.row}>
        {order.map((name, index) => (
          <TextInput
            key={name}
            label={t(`settings.fields.${name}`)}
            value={draft[name] ?? ''}
            onChange={(event) => change({ [name]: event.currentTarget.value || null })}
            error={index === 0 ? missing : undefined}
            maxLength={60}
            withAsterisk={index === 0}
            data-autofocus={index === 0 || undefined}
          />
        ))}
      </div>
      <Select
        label={t('settings.fields.type')}
        data={(type?.choices ?? []).map(({ value, label }) => ({ value, label }))}
        value={draft.type ?? null}
        onChange={(chosen) =>
          chosen &&
          change({
            ...{
              type: chosen,
              choices: null,
              target: null,
              acyclic: null,
              format: null,
              scale: null,
              maxLength: null,
            },
            ...{
              rollup: null,
              expression: null,
              default: null,
              required: null,
              requiredWhen: null,
              unique: null,
              searchable: null,
            },
          })
        }
        error={errors.type}
        disabled={!isNew}
        description={isNew ? undefined : t('settings.fields.typeStays')}
        searchable
      />
    </>
  );
}

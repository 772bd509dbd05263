import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import own from '../own/own.module.css';
import type { OwnObject } from './own-object.ts';
import { OwnTexts } from './own-texts.tsx';
import { choicesOf, type PartProps } from './part-props.ts';

/** How a record is named, and what may be done with it. */
export function RecordsSetting(parts: PartProps) {
  const { defining, draft, isNew, errors, change } = parts;
  const { t } = useTranslation();
  return (
    <>
      <div className={own.row}>
        <Select
          label={t('settings.objects.naming')}
          description={isNew ? undefined : t('settings.objects.namingStays')}
          data={choicesOf(defining, 'naming')}
          value={draft.naming ?? 'text'}
          onChange={(naming) => naming && change({ naming: naming as OwnObject['naming'] })}
          error={errors.naming}
          disabled={!isNew}
          allowDeselect={false}
        />
        {draft.naming === 'number' ? (
          <TextInput
            label={t('settings.fields.format')}
            description={t('settings.fields.formatHelp')}
            placeholder="E-{year}-{0000}"
            value={draft.format ?? ''}
            onChange={(event) => change({ format: event.currentTarget.value || null })}
            error={errors.format}
            disabled={!isNew}
          />
        ) : (
          <TextInput
            label={t('settings.fields.name')}
            description={t(isNew ? 'settings.fields.nameHelp' : 'settings.fields.nameStays')}
            value={draft.name ?? ''}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors.name}
            disabled={!isNew}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </div>
      <OwnTexts {...parts} names={['name']} />
      <Switch
        label={t('settings.objects.owned')}
        description={t(isNew ? 'settings.objects.ownedHelp' : 'settings.objects.ownedStays')}
        checked={draft.owned === true}
        disabled={!isNew}
        onChange={(event) =>
          change({
            owned: event.currentTarget.checked,
            ...(draft.access === 'own' && { access: 'administrators' as const }),
          })
        }
      />
      <Switch
        label={t('settings.objects.regardable')}
        checked={draft.regardable === true}
        onChange={(event) => change({ regardable: event.currentTarget.checked })}
      />
    </>
  );
}

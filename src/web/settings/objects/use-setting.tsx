import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { companysModule } from '#kernel/run-time/companys-module.ts';
import { useMeta } from '#web/api/queries.ts';
import type { OwnObject } from './own-object.ts';
import { choicesOf, type PartProps } from './part-props.ts';

/** Who works with it from the start, and where it stands in the rail. */
export function UseSetting({ defining, draft, errors, change }: PartProps) {
  const { t } = useTranslation();
  const { navigation } = useMeta();
  const groups = navigation
    .filter(({ module }) => module !== companysModule)
    .map(({ module, label }) => ({ value: module, label }));
  return (
    <>
      <Select
        label={t('settings.objects.access')}
        description={t('settings.objects.accessHelp')}
        data={choicesOf(defining, 'access').filter(({ value }) => value !== 'own' || draft.owned === true)}
        value={draft.access ?? 'administrators'}
        onChange={(access) => access && change({ access: access as OwnObject['access'] })}
        error={errors.access}
        allowDeselect={false}
      />
      <Switch
        label={t('settings.objects.listed')}
        checked={draft.listed === true}
        onChange={(event) => change({ listed: event.currentTarget.checked })}
      />
      {draft.listed === true && (
        <Select
          label={t('settings.objects.group')}
          data={[{ value: '', label: defining.plural }, ...groups]}
          value={draft.group ?? ''}
          onChange={(group) => change({ group: group || null })}
          error={errors.group}
          allowDeselect={false}
        />
      )}
    </>
  );
}

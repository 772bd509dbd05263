import { Autocomplete, Collapse, Select, Stack, Switch, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldTypeName } from '#kernel/field/field.ts';
import type { PersonalKind } from '#kernel/personal.ts';
import { sealable } from '#kernel/sealed.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';
import { useDefiningObject } from './use-definitions.ts';

/** What most fields do without: help, uniqueness, search, the place on the page, the name for programs. */
export function FurtherSettings(props: DraftProps) {
  const { draft, errors, isNew, change } = props;
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const concerned = [
    'helpZh',
    'helpEn',
    'unique',
    'searchable',
    'sealed',
    'personal',
    'section',
    'name',
  ].some((name) => name in errors);
  const [opened, setOpened] = useState(false);
  const settings = settingsOf(draft.type);
  const order = zh ? (['helpZh', 'helpEn'] as const) : (['helpEn', 'helpZh'] as const);
  const shown = opened || concerned;
  return (
    <div>
      <UnstyledButton aria-expanded={shown} onClick={() => setOpened(!shown)} mb="xs">
        {t('settings.fields.further')} <IconChevronDown size={14} style={{ verticalAlign: -2 }} />
      </UnstyledButton>
      <Collapse expanded={shown}>
        <Stack gap="md">
          <div className={classes.row}>
            {order.map((name) => (
              <TextInput
                key={name}
                label={t(`settings.fields.${name}`)}
                value={draft[name] ?? ''}
                onChange={(event) => change({ [name]: event.currentTarget.value || null })}
                error={errors[name]}
                maxLength={255}
              />
            ))}
            <SectionSetting {...props} />
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
          </div>
          {settings.unique && (
            <Switch
              label={t('settings.fields.uniqueHelp')}
              checked={draft.unique === true}
              onChange={(event) => change({ unique: event.currentTarget.checked })}
              error={errors.unique}
            />
          )}
          {settings.search && (
            <Switch
              label={t('settings.fields.searchable')}
              checked={draft.searchable === true}
              onChange={(event) => change({ searchable: event.currentTarget.checked })}
              error={errors.searchable}
              disabled={!isNew || draft.sealed === true}
            />
          )}
          {sealable.has((draft.type ?? 'json') as FieldTypeName) && (
            <Switch
              label={t('settings.fields.sealed')}
              description={t('settings.fields.sealedHelp')}
              checked={draft.sealed === true}
              onChange={(event) =>
                change({
                  sealed: event.currentTarget.checked,
                  ...(event.currentTarget.checked && { searchable: false, default: null }),
                })
              }
              error={errors.sealed}
              disabled={!isNew}
            />
          )}
          {settings.computed !== true && settings.required !== false && <PersonalSetting {...props} />}
        </Stack>
      </Collapse>
    </div>
  );
}

/** What kind of thing it tells of a person. */
function PersonalSetting({ draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  const kinds = useDefiningObject()?.fields.find(({ name }) => name === 'personal')?.choices ?? [];
  return (
    <Select
      label={t('settings.fields.personal')}
      description={t('settings.fields.personalHelp')}
      placeholder={t('settings.fields.notPersonal')}
      clearable
      data={kinds.map(({ value, label }) => ({ value, label }))}
      value={draft.personal ?? null}
      onChange={(personal) => change({ personal: personal as PersonalKind | null })}
      error={errors.personal}
    />
  );
}

/** One of the sections that the record page has, or a new one. */
function SectionSetting({ object, draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  const places = object.page.sections.map(({ label, name }) => ({ label, name }));
  const shown = places.find(({ name }) => name === draft.section)?.label ?? draft.section ?? '';
  return (
    <Autocomplete
      label={t('settings.fields.section')}
      description={t('settings.fields.sectionHelp')}
      data={[...new Set(places.map(({ label }) => label))]}
      value={shown}
      onChange={(text) =>
        change({ section: places.find(({ label }) => label === text)?.name ?? (text || null) })
      }
      error={errors.section}
    />
  );
}

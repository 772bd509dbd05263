import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconHelp, IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openHelp } from '#web/help/help-store.ts';
import { type Locale, locales } from '#web/i18n/locale.ts';
import { useChangeLanguage } from '#web/i18n/use-change-language.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { UserAvatar } from '#web/kit/user-avatar.tsx';
import { useSignOut } from '#web/session/use-sign-out.ts';
import { openShortcutHelp } from './shortcut-help-store.ts';
import { type Density, useDensity } from './use-density.ts';

const schemes = ['light', 'dark', 'auto'] as const;
const densities = ['comfortable', 'compact'] as const;

/** The signed-in person: language, look, settings, out. */
export function UserMenu() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const changeLanguage = useChangeLanguage();
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useDensity();
  return (
    <Menu width={232} keepMounted={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('shell.menuOf', { name: user.name })}>
          <UserAvatar name={user.name} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--gx-ink)">
            {user.name}
          </Text>
          {user.email}
        </Menu.Label>
        <Menu.Divider />
        <Switch
          label={t('language.label')}
          value={locale}
          choices={locales.map(({ value, label }) => ({ value, label, lang: value }))}
          onChange={(value) => changeLanguage(value as Locale).catch(toastProblem)}
        />
        <Switch
          label={t('theme.label')}
          value={colorScheme}
          choices={schemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(value) => setColorScheme(value as (typeof schemes)[number])}
        />
        <Switch
          label={t('density.label')}
          value={density}
          choices={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
          onChange={(value) => setDensity(value as Density)}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={15} />} onClick={() => navigate({ to: '/settings' })}>
          {t('shell.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHelp size={15} />} onClick={openHelp}>
          {t('shell.help')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} />} onClick={openShortcutHelp}>
          {t('shell.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={signOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
  onChange(value: string): void;
}

/** One of a few; the menu stays open to show what it did. */
function Switch({ label, value, choices, onChange }: SwitchProps) {
  return (
    <Menu.RadioGroup value={value} onChange={onChange}>
      <Menu.Label>{label}</Menu.Label>
      {choices.map((choice) => (
        <Menu.RadioItem key={choice.value} value={choice.value} checkIcon={<IconCheck size={15} />}>
          <span lang={choice.lang}>{choice.label}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

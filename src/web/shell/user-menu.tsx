import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { locales } from '#web/i18n/locale.ts';
import { useChangeLanguage } from '#web/i18n/use-change-language.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { UserAvatar } from '#web/kit/user-avatar.tsx';
import { useSignOut } from '#web/session/use-sign-out.ts';
import { openShortcutHelp } from './shortcut-help-store.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** The signed-in person: language, theme, settings, out. */
export function UserMenu() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const changeLanguage = useChangeLanguage();
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const check = (on: boolean) => (on ? <IconCheck size={15} /> : <span style={{ width: 15 }} />);
  return (
    <Menu width={232}>
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
        <Menu.Label>{t('language.label')}</Menu.Label>
        {locales.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={locale === value}
            leftSection={check(locale === value)}
            onClick={() => changeLanguage(value)}
          >
            <span lang={value}>{label}</span>
          </Menu.Item>
        ))}
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={check(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={15} />} onClick={() => navigate({ to: '/settings' })}>
          {t('shell.settings')}
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

import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { mayMerge } from '#web/duplicates/may-merge.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { locales } from '#web/i18n/locale.ts';
import { useChangeLanguage } from '#web/i18n/use-change-language.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { useSignOut } from '#web/session/use-sign-out.ts';
import { openShortcutHelp } from '#web/shell/shortcut-help-store.ts';
import { useDensity } from '#web/shell/use-density.ts';
import { viewPaths } from '#web/views/current-view.ts';
import type { PaletteItem } from './palette-item.ts';
import { useRecordCommands } from './use-record-commands.ts';

/** Everything the palette offers that is not a record. */
export function useCommands(): readonly PaletteItem[] {
  return [...useRecordCommands(), ...usePlaces(), ...useViewPlaces(), ...useCreations(), ...useSwitches()];
}

function usePlaces(): readonly PaletteItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { objects, navigation } = useMeta();
  const listed = new Set(navigation.flatMap((group) => group.objects));
  const place = (to: string, icon: string, label: string): PaletteItem => ({
    id: `go:${to}`,
    group: 'goTo',
    icon,
    label,
    run: () => navigate({ to }),
  });
  return [
    place('/', 'home', t('shell.home')),
    ...objects
      .filter(({ name }) => listed.has(name))
      .map(({ name, icon, plural }) => place(`/${name}`, icon, plural)),
    place('/import', 'database', t('shell.import')),
    ...(objects.some(mayMerge) ? [place('/duplicates', 'arrow-merge', t('shell.duplicates'))] : []),
    place('/bulk', 'list-check', t('shell.bulk')),
    place('/settings', 'settings', t('shell.settings')),
  ];
}

/** Every view by name, found once something is typed. */
function useViewPlaces(): readonly PaletteItem[] {
  const navigate = useNavigate();
  const { objects } = useMeta();
  return objects.flatMap((object) =>
    object.views.map((view) => ({
      id: `view:${object.name}.${view.name}`,
      group: 'views' as const,
      icon: object.icon,
      label: view.label,
      detail: object.plural,
      run: () =>
        navigate({
          to: viewPaths[view.kind],
          params: { object: object.name },
          search: { view: view.name },
        }),
    })),
  );
}

function useCreations(): readonly PaletteItem[] {
  const { t } = useTranslation();
  return useMeta()
    .objects.filter(({ can }) => can.create)
    .map(({ name, icon, label }) => ({
      id: `create:${name}`,
      group: 'create',
      icon,
      label: t('palette.createOne', { label }),
      run: () => openRecordForm({ object: name }),
    }));
}

function useSwitches(): readonly PaletteItem[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useDensity();
  const otherDensity = density === 'compact' ? 'comfortable' : 'compact';
  const command = (id: string, icon: string, label: string, run: () => void): PaletteItem => ({
    id,
    group: 'commands',
    icon,
    label,
    run,
  });
  return [
    ...locales
      .filter(({ value }) => value !== locale)
      .map(({ value, label }) =>
        command(`language:${value}`, 'world', t('palette.language', { label }), () => changeLanguage(value)),
      ),
    command('density', 'list', t('palette.density', { density: t(`density.${otherDensity}`) }), () =>
      setDensity(otherDensity),
    ),
    command('shortcuts', 'keyboard', t('shell.shortcuts'), openShortcutHelp),
    ...(['light', 'dark', 'auto'] as const).map((scheme) =>
      command(`theme:${scheme}`, 'settings', t('palette.theme', { theme: t(`theme.${scheme}`) }), () =>
        setColorScheme(scheme),
      ),
    ),
    command('signOut', 'user', t('shell.signOut'), signOut),
  ];
}

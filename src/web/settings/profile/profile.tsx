import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { metaQuery, useMeta } from '#web/api/queries.ts';
import { type Locale, locales } from '#web/i18n/locale.ts';
import { useChangeLanguage } from '#web/i18n/use-change-language.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { timeZoneChoices } from '#web/session/time-zones.ts';
import { type Density, useDensity } from '#web/shell/use-density.ts';
import { Section, Setting } from '../section.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { CalendarSync } from './calendar-sync.tsx';
import { OwnHours } from './own-hours.tsx';
import { PhoneBook } from './phone-book.tsx';

const schemes = ['light', 'dark', 'auto'] as const;
const densities = ['comfortable', 'compact'] as const;

/** Who I am, in which language and time zone, and how the product looks to me. */
export function Profile() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const locale = useLocale();
  const changeLanguage = useChangeLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useDensity();
  const client = useQueryClient();
  const zone = useMutation({
    mutationFn: (timeZone: string) => api.patch('me', { timeZone }),
    onSuccess: async () => {
      await client.fetchQuery({ ...metaQuery, staleTime: 0 });
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'meta' });
    },
    onError: toastProblem,
  });
  return (
    <>
      <Section title={user.name} text={user.email}>
        <Setting label={t('language.label')}>
          <SegmentedControl
            aria-label={t('language.label')}
            data={locales.map(({ value, label }) => ({ value, label: <span lang={value}>{label}</span> }))}
            value={locale}
            onChange={(value) => changeLanguage(value as Locale).catch(toastProblem)}
          />
        </Setting>
        <Setting label={t('setup.timeZone')}>
          <Select
            aria-label={t('setup.timeZone')}
            searchable
            data={timeZoneChoices(user.timeZone)}
            value={zone.isPending ? zone.variables : user.timeZone}
            onChange={(timeZone) => timeZone && zone.mutate(timeZone)}
            w={220}
          />
        </Setting>
        <Setting label={t('theme.label')}>
          <SegmentedControl
            aria-label={t('theme.label')}
            data={schemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as (typeof schemes)[number])}
          />
        </Setting>
        <Setting label={t('density.label')}>
          <SegmentedControl
            aria-label={t('density.label')}
            data={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
            value={density}
            onChange={(value) => setDensity(value as Density)}
          />
        </Setting>
      </Section>
      <OwnHours />
      <CalendarSync />
      <CalendarFeed />
      <PhoneBook />
    </>
  );
}

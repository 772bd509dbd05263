import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { locales } from '#web/i18n/locale.ts';
import { Configuration } from '../configuration/configuration.tsx';
import { Section, Setting } from '../section.tsx';
import { CompanyData } from './company-data.tsx';
import { CompanyForm } from './company-form.tsx';
import type { CompanySettings } from './company-settings.ts';

/** What the company is called and counts in; administrators change it. */
export function Company() {
  const { t } = useTranslation();
  const { user, workspace } = useMeta();
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get<CompanySettings>('company', { signal }),
  });
  if (!data) return null;
  if (user.administrator)
    return (
      <>
        <CompanyForm key={JSON.stringify(data)} settings={data} />
        <CompanyData />
        <Configuration />
      </>
    );
  const others = Object.keys(data.currencies).filter((code) => code !== data.currency);
  return (
    <Section title={workspace.label}>
      <Setting label={t('setup.currency')}>{data.currency}</Setting>
      {others.length > 0 && <Setting label={t('settings.company.currencies')}>{others.join(', ')}</Setting>}
      <Setting label={t('language.label')}>
        {locales.find(({ value }) => value === data.locale)?.label}
      </Setting>
      <Setting label={t('setup.timeZone')}>{data.timeZone}</Setting>
    </Section>
  );
}

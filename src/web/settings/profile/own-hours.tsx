import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OwnTime } from '#kernel/working-time/own-time.ts';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { workingTimeKey } from '#web/calendar/use-working-time.ts';
import type { CompanySettings } from '../company/company-settings.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { OwnHoursForm } from '../working-time/own-hours-form.tsx';

interface OwnJson {
  readonly workingTime: OwnTime | null;
}

/** When I work, as far as the company leaves it to me. */
export function OwnHours() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const client = useQueryClient();
  const company = useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get<CompanySettings>('company', { signal }),
  }).data?.workingTime;
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.get<OwnJson>('me', { signal }),
  }).data;
  if (!company || !me) return null;
  return (
    <Section title={t('settings.workingTime.mine')} text={t('settings.workingTime.mineText')}>
      {company.ownHours || user.administrator ? (
        <OwnHoursForm
          key={JSON.stringify(me.workingTime)}
          own={me.workingTime}
          week={company.week}
          save={(workingTime) => api.patch('me', { workingTime })}
          onSaved={async () => {
            await client.invalidateQueries({ queryKey: ['me'] });
            await client.invalidateQueries({ queryKey: workingTimeKey });
          }}
        />
      ) : (
        <p className={classes.hint}>{t('settings.workingTime.byCompany')}</p>
      )}
    </Section>
  );
}

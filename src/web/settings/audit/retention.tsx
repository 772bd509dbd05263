import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Setting } from '../section.tsx';
import { useRetention, useSetRetention } from './use-audit.ts';

const offered = [6, 12, 24, 36, 60, 120];

/** For how long entries are kept. */
export function Retention() {
  const { t } = useTranslation();
  const months = useRetention();
  const set = useSetRetention();
  if (months === undefined) return null;
  const choices = months === null || offered.includes(months) ? offered : [...offered, months];
  return (
    <Section title={t('settings.audit.keep')} text={t('settings.audit.keepText')}>
      <Setting label={t('settings.audit.keepFor')}>
        <NativeSelect
          aria-label={t('settings.audit.keepFor')}
          value={String(months ?? '')}
          data={[
            { value: '', label: t('settings.audit.always') },
            ...choices.map((count) => ({
              value: String(count),
              label: t('settings.audit.months', { count }),
            })),
          ]}
          onChange={(event) =>
            set.mutate(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
          }
        />
      </Setting>
    </Section>
  );
}

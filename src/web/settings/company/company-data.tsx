import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { Section } from '../section.tsx';
import type { CompanyUse } from './company-use.ts';
import { UseList } from './use-list.tsx';

/** What the company uses, and all of it to take away. For administrators. */
export function CompanyData() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['company', 'use'],
    queryFn: ({ signal }) => api.get<CompanyUse>('company/use', { signal }),
  });
  return (
    <Section title={t('settings.use.title')} text={t('settings.use.text')}>
      {data && <UseList {...data} />}
      <Group mt="md">
        <Button
          component="a"
          href="/api/company/archive"
          download
          variant="default"
          leftSection={<IconDownload size={15} />}
        >
          {t('settings.companies.export')}
        </Button>
      </Group>
    </Section>
  );
}

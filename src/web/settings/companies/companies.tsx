import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { CompanyRow } from './company-row.tsx';
import { NewCompanyDialog } from './new-company-dialog.tsx';
import { useCompanies } from './use-companies.ts';

/** The companies of the installation, for whoever runs it. */
export function Companies() {
  const { t } = useTranslation();
  const { data } = useCompanies();
  const narrow = useNarrow();
  const [entering, setEntering] = useState(false);
  if (!data) return null;
  return (
    <Section
      title={t('settings.companies.title')}
      text={t('settings.companies.text')}
      flush
      aside={
        <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => setEntering(true)}>
          {t('settings.companies.new')}
        </Button>
      }
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('settings.companies.company')}</th>
              <th>{t('settings.companies.state')}</th>
              {!narrow && <th>{t('settings.companies.since')}</th>}
              <td />
            </tr>
          </thead>
          <tbody>
            {data.workspaces.map((company) => (
              <CompanyRow key={company.name} company={company} />
            ))}
          </tbody>
        </table>
      </div>
      {entering && <NewCompanyDialog onClose={() => setEntering(false)} />}
    </Section>
  );
}

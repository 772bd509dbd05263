import { Button, MultiSelect, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { metaQuery } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { usePeopleObject } from '../people/use-people.ts';
import { Section, Setting } from '../section.tsx';
import classes from '../settings.module.css';
import { useSavedValues } from '../use-saved-values.ts';
import { LimitsTable } from './limits-table.tsx';
import own from './safeguards-form.module.css';
import type { SafeguardsJson } from './safeguards-json.ts';

/** How much each may export and look at, and on whose screens his name stands over the page; saved together. */
export function SafeguardsForm({ safeguards }: { safeguards: SafeguardsJson }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    safeguards,
    (given) => api.put<SafeguardsJson>('safeguards', given),
    (saved) => {
      client.setQueryData(['safeguards', 'set'], saved);
      client.invalidateQueries({ queryKey: ['safeguards'] });
      // Perhaps it is the administrator himself whose screen is marked.
      return client.fetchQuery({ ...metaQuery, staleTime: 0 });
    },
  );
  const roles = usePeopleObject()?.fields.find(({ name }) => name === 'roles')?.choices ?? [];
  const { watermark } = values;
  const marks = (part: Partial<SafeguardsJson['watermark']>) =>
    change({ watermark: { ...watermark, ...part } });
  return (
    <form onSubmit={onSubmit} className={own.form}>
      <Section title={t('settings.safeguards.limits')} text={t('settings.safeguards.limitsText')} flush>
        <LimitsTable values={values} roles={roles} errors={errors} onChange={change} />
        <div className={classes.body}>
          <Setting label={t('settings.safeguards.exportReason')}>
            <Switch
              aria-label={t('settings.safeguards.exportReason')}
              checked={values.exportReason}
              onChange={(event) => change({ exportReason: event.currentTarget.checked })}
            />
          </Setting>
          <p className={classes.hint}>{t('settings.safeguards.exportReasonText')}</p>
          <h3 className={classes.sectionTitle} style={{ marginTop: 20 }}>
            {t('settings.safeguards.watermark')}
          </h3>
          <p className={classes.hint}>{t('settings.safeguards.watermarkText')}</p>
          <Setting label={t('settings.safeguards.watermarkLeaving')}>
            <Switch
              aria-label={t('settings.safeguards.watermarkLeaving')}
              checked={watermark.leaving}
              onChange={(event) => marks({ leaving: event.currentTarget.checked })}
            />
          </Setting>
          <MultiSelect
            label={t('settings.safeguards.watermarkRoles')}
            placeholder={watermark.roles.length === 0 ? t('settings.safeguards.nobody') : ''}
            data={roles.map(({ value, label }) => ({ value, label }))}
            value={[...watermark.roles]}
            onChange={(chosen) => marks({ roles: chosen })}
            clearable
          />
          <FormProblem error={error} known={errors} />
          <Button type="submit" color="seal" mt="md" loading={saving}>
            {t('record.save')}
          </Button>
        </div>
      </Section>
    </form>
  );
}

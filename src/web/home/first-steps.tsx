import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useAggregate } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import classes from './home.module.css';

/** In an empty product: bring a file, or write the first record. */
export function FirstSteps({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const { data } = useAggregate(object.name, { measures: 'count' });
  if (data === undefined || Number(data[0]?.count ?? 0) > 0) return null;
  return (
    <section className={classes.first} aria-label={t('home.firstTitle')}>
      <h2 className={classes.firstTitle}>{t('home.firstTitle')}</h2>
      <p className={classes.firstText}>{t('home.firstText')}</p>
      <Group gap="sm">
        {object.can.import && (
          <Button color="seal" renderRoot={(props) => <Link {...props} to="/import" />}>
            {t('list.import')}
          </Button>
        )}
        {object.can.create && (
          <Button variant="default" onClick={() => openRecordForm({ object: object.name })}>
            {t('record.new', { label: object.label })}
          </Button>
        )}
      </Group>
    </section>
  );
}

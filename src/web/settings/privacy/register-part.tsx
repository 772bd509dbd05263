import { Alert, Button, Group } from '@mantine/core';
import { IconDownload, IconPencil, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import own from './register-part.module.css';
import { type Activity, type Register, useRegister } from './use-register.ts';

const address = '/api/privacy/register?format=';

/** The register in short, with what is missing in it, to be taken away as a page or a table. */
export function RegisterPart() {
  const { t } = useTranslation();
  const { data } = useRegister();
  const uses = useMeta().objects.find(({ purpose }) => purpose === 'use');
  const word = (name: string) => t(`settings.privacy.${name}`);
  if (!data) return null;
  return (
    <Section title={word('register')} text={word('registerText')} flush>
      <div className={classes.body}>
        <Missing register={data} />
        {data.activities.map((activity) => (
          <ActivityShown key={`${activity.purpose.value} ${activity.ground.value}`} activity={activity} />
        ))}
        <Group gap="sm" className={own.ways}>
          <Button
            component="a"
            href={`${address}html`}
            download
            variant="default"
            leftSection={<IconPrinter size={15} />}
          >
            {word('page')}
          </Button>
          {(['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={`${address}${format}`}
              download={`processing-register.${format}`}
              variant="default"
              leftSection={<IconDownload size={15} />}
            >
              {word(format === 'csv' ? 'table' : 'json')}
            </Button>
          ))}
          {uses && (
            <Button
              component={Link}
              to={`/${uses.name}`}
              variant="default"
              leftSection={<IconPencil size={15} />}
            >
              {word('change')}
            </Button>
          )}
        </Group>
      </div>
    </Section>
  );
}

/** What for, on which basis, whose and which data. */
function ActivityShown({ activity: { purpose, ground, people, fields } }: { activity: Activity }) {
  const { t } = useTranslation();
  const joined = useJoined();
  const objects = Map.groupBy(fields, ({ object }) => object.label);
  return (
    <div className={own.activity}>
      <div className={own.head}>
        <strong>{purpose.label}</strong>
        <span>{ground.label}</span>
        <span className={classes.faint}>{joined(people.map(({ label }) => label))}</span>
        {fields.some(({ sensitive }) => sensitive) && (
          <StatusBadge color="red">{t('settings.privacy.sensitive')}</StatusBadge>
        )}
      </div>
      <dl className={own.objects}>
        {[...objects].map(([label, named]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{joined(named.map((field) => field.label))}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** What nobody has said yet and the register should tell. */
function Missing({ register: { unstated, assessments } }: { register: Register }) {
  const { t } = useTranslation();
  const joined = useJoined();
  const open = assessments.filter(({ assessedOn }) => assessedOn === null);
  const fields = joined(unstated.map(({ object, field }) => `${object.label} · ${field.label}`));
  const objects = joined(open.map(({ object }) => object.label));
  if (unstated.length + open.length === 0) return null;
  return (
    <Alert color="amber" variant="light">
      {unstated.length > 0 && <div>{t('settings.privacy.unstated', { count: unstated.length, fields })}</div>}
      {open.length > 0 && <div>{t('settings.privacy.notAssessed', { count: open.length, objects })}</div>}
    </Alert>
  );
}

function useJoined(): (words: readonly string[]) => string {
  const separator = useLocale() === 'en' ? ', ' : '、';
  return (words) => words.join(separator);
}

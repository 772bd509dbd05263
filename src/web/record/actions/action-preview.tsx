import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActionMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import classes from './action-preview.module.css';
import { ConsequenceLines } from './consequence-lines.tsx';
import { useConsequences } from './use-consequences.ts';

interface ActionPreviewProps {
  readonly action: ActionMeta;
  readonly id: string;
  readonly values: Values;
}

/** How many records of each kind an action reaches, before it is run. */
export function ActionPreview({ action, id, values }: ActionPreviewProps) {
  const { t } = useTranslation();
  const { data, isLoading } = useConsequences(action, id, values);
  if (isLoading) return <Skeleton height={64} />;
  if (!data) return null;
  if (data.consequences.length === 0) return <p className={classes.title}>{t('record.preview.nothing')}</p>;
  return (
    <section aria-label={t('record.preview.title')}>
      <p className={classes.title}>{t('record.preview.title')}</p>
      <ConsequenceLines consequences={data.consequences} />
    </section>
  );
}

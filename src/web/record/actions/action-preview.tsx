import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActionMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { Values } from '#web/fields/field-props.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './action-preview.module.css';
import { useConsequences } from './use-consequences.ts';

interface ActionPreviewProps {
  readonly action: ActionMeta;
  readonly id: string;
  readonly values: Values;
}

/** How many records of each kind an action reaches, before it is run. */
export function ActionPreview({ action, id, values }: ActionPreviewProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const locale = useLocale();
  const { data, isLoading } = useConsequences(action, id, values);
  if (isLoading) return <Skeleton height={64} />;
  if (!data) return null;
  const lines = data.consequences.toSorted((one, other) => other.count - one.count);
  if (lines.length === 0) return <p className={classes.title}>{t('record.preview.nothing')}</p>;
  return (
    <section aria-label={t('record.preview.title')}>
      <p className={classes.title}>{t('record.preview.title')}</p>
      <ul className={classes.lines}>
        {lines.map(({ object: name, kind, count }) => {
          const object = objects.find((one) => one.name === name);
          return (
            <li key={`${kind} ${name}`} className={classes.line}>
              <ObjectIcon name={object?.icon} size={15} />
              <span className={classes.label}>{object?.plural ?? name}</span>
              {kind !== 'update' && <span className={classes.kind}>{t(`record.preview.${kind}`)}</span>}
              <span className={classes.count}>{count.toLocaleString(locale)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

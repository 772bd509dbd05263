import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { useTypeLabel } from '../fields/use-type-label.ts';
import classes from './expressions.module.css';
import type { Trial } from './use-trial.ts';

interface TrialLineProps {
  readonly object: ObjectMeta;
  readonly trial: Trial | undefined;
  readonly settled: boolean;
  readonly scale: number;
  readonly sample: string | undefined;
  readonly valueLabel: string | undefined;
  onSample(id: string | undefined): void;
}

/** What an expression yields, and what it is for one record. */
export function TrialLine({ object, trial, settled, scale, sample, valueLabel, onSample }: TrialLineProps) {
  const { t } = useTranslation();
  const typeLabel = useTypeLabel();
  const { result, sample: tried } = trial ?? {};
  const field = (values: Partial<FieldMeta>): FieldMeta => ({
    ...{ name: 'sample', type: 'reference', label: t('settings.expressions.sample') },
    ...{ required: false, readOnly: false, unique: false, sortable: false, operators: [], scale },
    ...values,
  });
  const value = tried?.value ?? null;
  return (
    <dl className={classes.trial} aria-busy={!settled}>
      <dt>{t('settings.expressions.result')}</dt>
      <dd>{result === undefined ? '–' : typeLabel(result)}</dd>
      <dt>{t('settings.expressions.sample')}</dt>
      <dd>
        <FieldEditor
          field={field({ targets: [object.name] })}
          value={sample ?? tried?.id ?? null}
          onChange={(id) => onSample(typeof id === 'string' ? id : undefined)}
        />
      </dd>
      <dt>{valueLabel ?? t('settings.expressions.value')}</dt>
      <dd>
        {result === undefined ? (
          '–'
        ) : value !== null ? (
          <FieldDisplay field={field({ type: result })} value={value} />
        ) : (
          <span className={classes.none}>
            {t(tried === undefined ? 'settings.expressions.noRecord' : 'settings.expressions.noValue')}
          </span>
        )}
      </dd>
    </dl>
  );
}

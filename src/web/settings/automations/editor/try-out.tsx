import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import expressions from '../../expressions/expressions.module.css';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { TriedSteps } from './tried-steps.tsx';
import { useAutomationTrial } from './use-automation-trial.ts';
import { useUnmetSentence } from './use-unmet-sentence.ts';

/** What the drawing would do for one record, without doing it. */
export function TryOut() {
  const { t } = useTranslation();
  const { object, draft } = useDrawing();
  const [sample, setSample] = useState<string>();
  const { tried, error, settled } = useAutomationTrial(draft, sample);
  const sentence = useUnmetSentence(object.name, tried?.unmet ?? []);
  const field: FieldMeta = {
    ...{ name: 'sample', type: 'reference', label: t('settings.automations.tryOn'), targets: [object.name] },
    ...{ required: false, readOnly: false, unique: false, sortable: false, operators: [] },
  };
  return (
    <section className={classes.runs} aria-label={t('settings.automations.try')}>
      <h3>{t('settings.automations.try')}</h3>
      <div className={`${expressions.tried} ${classes.trying}`}>
        <p className={classes.note}>{t('settings.automations.tryText')}</p>
        <dl className={expressions.trial} aria-busy={sample !== undefined && !settled}>
          <dt>{t('settings.automations.tryOn')}</dt>
          <dd>
            <FieldEditor
              field={field}
              value={sample ?? null}
              onChange={(id) => setSample(typeof id === 'string' ? id : undefined)}
            />
          </dd>
          {sample !== undefined && (tried || error) && (
            <>
              <dt>{t('settings.automations.outcome')}</dt>
              <dd role="status">
                {tried &&
                  tried.unmet.length > 0 &&
                  t('settings.automations.notStarted', { unmet: sentence(tried.unmet) })}
                {tried?.unmet.length === 0 && t('settings.automations.wouldStart')}
                {error && wordsOf(error, t('settings.automations.notWhole'))}
              </dd>
            </>
          )}
          {sample !== undefined && tried && <TriedSteps tried={tried.steps} />}
        </dl>
      </div>
    </section>
  );
}

function wordsOf(error: Error, notWhole: string): string {
  const told = error instanceof ProblemError ? Object.values(error.fields) : [];
  return told.length > 0 ? `${notWhole} ${[...new Set(told)].join(' ')}` : error.message;
}

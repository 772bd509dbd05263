import { Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import classes from './bulk.module.css';
import type { BulkPreview, BulkRequest } from './bulk-job.ts';
import { useBulkPreview } from './use-bulk.ts';

/** What doing it would come to: how many, which of them not and why, and the first ones before and after. */
export function PreviewOfBulk({ object, request }: { object: ObjectMeta; request: BulkRequest }) {
  const { t } = useTranslation();
  const { data: preview, error, isFetching } = useBulkPreview(request);
  const names = request.do === 'update' ? Object.keys(request.values) : [];
  const fields = names.flatMap((name) => object.fields.find((field) => field.name === name) ?? []);
  return (
    <section className={classes.preview} aria-label={t('bulk.preview')} aria-busy={isFetching}>
      {error ? (
        <FormProblem error={error} />
      ) : preview ? (
        <Stack gap="sm" opacity={isFetching ? 0.6 : 1}>
          <Counts verb={request.do} preview={preview} />
          {preview.checked < preview.total && (
            <Text size="xs" c="dimmed">
              {t('bulk.sample', { count: preview.checked })}
            </Text>
          )}
          {preview.problems.length > 0 && (
            <ul className={classes.failures}>
              {preview.problems.slice(0, 5).map(({ message, count }) => (
                <li key={message}>
                  <Text size="sm" c="red">
                    {t('bulk.problem', { count, message })}
                  </Text>
                </li>
              ))}
            </ul>
          )}
          {fields.length > 0 && preview.examples.length > 0 && (
            <ul className={classes.examples} aria-label={t('bulk.examples')}>
              {preview.examples.map(({ id, name, before, after }) => (
                <li key={id}>
                  <span className={classes.name}>{name}</span>
                  {fields.map((field) => (
                    <Change key={field.name} field={field} before={before} after={after} />
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Stack>
      ) : (
        <Loader size="sm" aria-label={t('bulk.counting')} />
      )}
    </section>
  );
}

function Counts({ verb, preview }: { verb: BulkRequest['do']; preview: BulkPreview }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { total, checked, forbidden } = preview;
  const whole = checked === total;
  const same = preview.same ?? (whole ? preview.unchanged : null);
  const changing = whole ? preview.changed : total - forbidden - (same ?? 0);
  const counts: readonly (readonly [name: string, count: number])[] = [
    [verb, changing],
    ['same', same ?? 0],
    ['forbidden', forbidden],
    ['failing', Math.max(0, preview.failed - (whole ? forbidden : 0))],
  ];
  return (
    <dl className={classes.counts}>
      {counts
        .filter(([name, count]) => name === verb || count > 0)
        .map(([name, count]) => (
          <div key={name}>
            <dd>{count.toLocaleString(locale)}</dd>
            <dt>{t(`bulk.counts.${name}`)}</dt>
          </div>
        ))}
    </dl>
  );
}

interface ChangeProps {
  readonly field: FieldMeta;
  readonly before: Values;
  readonly after: Values;
}

function Change({ field, before, after }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <span>
      <span className={classes.was}>
        <span className="spoken">{t('bulk.was')}</span>
        <FieldDisplay field={field} value={before[field.name]} record={before} dense />
      </span>
      {' → '}
      <FieldDisplay field={field} value={after[field.name]} record={after} dense />
    </span>
  );
}

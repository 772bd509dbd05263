import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useRecord } from '#web/api/queries.ts';
import { selectFor } from '#web/fields/select.ts';
import { KeyHint } from '#web/kit/key-hint.tsx';
import { MergeDialog } from '../merge-dialog.tsx';
import { Comparison } from './comparison.tsx';
import classes from './review.module.css';
import type { ReviewPair } from './use-review.ts';

interface PairDetailProps {
  readonly object: ObjectMeta;
  readonly pair: ReviewPair;
  /** Pairs in the queue that have one of the two records. */
  readonly others: number;
  /** It was judged not to be the same. */
  readonly different: boolean;
  readonly merging: boolean;
  onMerging(merging: boolean): void;
  onDecide(different: boolean): void;
}

/** Two records side by side and what may be done about them. The older one stays where they are merged. */
export function PairDetail({
  object,
  pair,
  others,
  different,
  merging,
  onMerging,
  onDecide,
}: PairDetailProps) {
  const { t } = useTranslation();
  const select = selectFor(useMeta(), object.fields);
  const older = useRecord(object.name, pair.records[0].id, select);
  const newer = useRecord(object.name, pair.records[1].id, select);
  const labels = pair.fields.map(
    ({ field }) => object.fields.find(({ name }) => name === field)?.label ?? field,
  );
  return (
    <section
      className={classes.detail}
      aria-label={pair.records.map((each) => each[object.nameField]).join(' · ')}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {Math.round(pair.score * 100)}% ·{' '}
          {t('duplicateReview.why', { fields: labels.join(t('duplicateReview.comma')) })}
        </Text>
        {different ? (
          <Button variant="default" onClick={() => onDecide(false)}>
            {t('duplicateReview.same')}
          </Button>
        ) : (
          <Group gap="xs">
            <Button variant="default" rightSection={<KeyHint keys={['N']} />} onClick={() => onDecide(true)}>
              {t('duplicateReview.notSame')}
            </Button>
            <Button
              color="seal"
              rightSection={<KeyHint keys={['M']} />}
              disabled={!older.data}
              onClick={() => onMerging(true)}
            >
              {t('duplicateReview.merge')}
            </Button>
          </Group>
        )}
      </Group>
      {others > 0 && <Text size="sm">{t('duplicateReview.group', { count: others })}</Text>}
      {(older.isError || newer.isError) && <Text size="sm">{t('duplicateReview.gone')}</Text>}
      {older.data && newer.data && (
        <Comparison
          object={object}
          older={older.data}
          newer={newer.data}
          alike={pair.fields.map(({ field }) => field)}
        />
      )}
      {!different && (
        <Text size="xs" c="dimmed" className={classes.keys}>
          {t('duplicateReview.keys')}
        </Text>
      )}
      {merging && older.data && (
        <MergeDialog
          object={object}
          record={older.data}
          suspect={pair.records[1]}
          onClose={() => onMerging(false)}
        />
      )}
    </section>
  );
}

import { Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import classes from './review.module.css';
import type { ReviewPair } from './use-review.ts';

interface PairListProps {
  readonly object: ObjectMeta;
  readonly pairs: readonly ReviewPair[];
  readonly count: number;
  readonly at: number;
  onChoose(place: number): void;
}

/** The pairs that wait, by the names of their records. */
export function PairList({ object, pairs, count, at, onChoose }: PairListProps) {
  const { t } = useTranslation();
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the one that is chosen
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <section className={classes.list} aria-label={t('duplicateReview.pairs')}>
      <Text size="sm" c="dimmed" className={classes.listHead}>
        {t('duplicateReview.count', { count })}
        {count > pairs.length && ` · ${t('duplicateReview.more', { number: pairs.length })}`}
      </Text>
      <div className={classes.pairs}>
        {pairs.map(({ records, score }, place) => (
          <UnstyledButton
            key={records.map(({ id }) => id).join()}
            ref={place === at ? current : undefined}
            className={classes.pair}
            aria-current={place === at}
            onClick={() => onChoose(place)}
          >
            <span className={classes.names}>
              {records.map((record) => (
                <span key={record.id}>{String(record[object.nameField] ?? '')}</span>
              ))}
            </span>
            <span className={classes.score}>{Math.round(score * 100)}%</span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}

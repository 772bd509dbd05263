import { Button, Group, NativeSelect, Switch, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { toastWithUndo } from '#web/kit/toast.tsx';
import { LookLine } from './look-line.tsx';
import { PairDetail } from './pair-detail.tsx';
import { PairList } from './pair-list.tsx';
import classes from './review.module.css';
import { type PairChoice, type Queue, type ReviewPair, useJudge, usePairs } from './use-review.ts';

const MergeManyDialog = lazyPart(
  () => withTexts(import('./merge-many-dialog.tsx'), 'bulk'),
  'MergeManyDialog',
);

interface ReviewQueueProps {
  readonly object: ObjectMeta;
  readonly queue: Queue;
}

/** The pairs of one object beside the one of them that is judged. What is decided goes, and the next takes its place. */
export function ReviewQueue({ object, queue }: ReviewQueueProps) {
  const { t } = useTranslation();
  const [choice, choose] = useState<PairChoice>({ least: 0, mine: false, different: false });
  const [place, setPlace] = useState(0);
  const [merging, setMerging] = useState(false);
  const [mergingMany, setMergingMany] = useState(false);
  const { data } = usePairs(queue, choice);
  const judge = useJudge(object.name);
  const pairs = data?.pairs ?? [];
  const at = Math.max(0, Math.min(place, pairs.length - 1));
  const pair = pairs[at];
  const change = (values: Partial<PairChoice>) => {
    choose({ ...choice, ...values });
    setPlace(0);
  };
  const decide = async (judged: ReviewPair, different: boolean) => {
    if (judge.isPending) return;
    await judge.mutateAsync({ pair: judged, different });
    const said = t(different ? 'duplicateReview.remembered' : 'duplicateReview.takenBack');
    toastWithUndo(said, () => judge.mutate({ pair: judged, different: !different }));
  };
  useHotkeys([
    ['J', () => !merging && setPlace(Math.min(at + 1, pairs.length - 1))],
    ['K', () => !merging && setPlace(Math.max(at - 1, 0))],
    ['M', () => pair && !choice.different && setMerging(true)],
    ['N', () => pair && !merging && !choice.different && decide(pair, true).catch(() => undefined)],
  ]);
  return (
    <>
      <LookLine object={object} queue={queue} />
      <Group gap="md" align="center">
        <NativeSelect
          aria-label={t('duplicateReview.least')}
          value={String(choice.least)}
          onChange={({ currentTarget }) => change({ least: Number(currentTarget.value) })}
          data={[
            { value: '0', label: t('duplicateReview.any') },
            ...['0.8', '0.9', '0.95'].map((value) => ({
              value,
              label: t('duplicateReview.from', { percent: Number(value) * 100 }),
            })),
          ]}
        />
        {choice.least > 0 && !choice.different && pair && (
          <Button variant="default" onClick={() => setMergingMany(true)}>
            {t('duplicateReview.mergeAll', { percent: choice.least * 100 })}
          </Button>
        )}
        {object.fields.some(({ name }) => name === 'owner') && (
          <Switch
            label={t('duplicateReview.mine')}
            checked={choice.mine}
            onChange={({ currentTarget }) => change({ mine: currentTarget.checked })}
          />
        )}
        <Switch
          label={t('duplicateReview.different')}
          checked={choice.different}
          onChange={({ currentTarget }) => change({ different: currentTarget.checked })}
        />
      </Group>
      {mergingMany && (
        <MergeManyDialog object={object} choice={choice} onClose={() => setMergingMany(false)} />
      )}
      {data && !pair && (
        <Text className={classes.empty}>{t(emptyText(queue, choice), { plural: object.plural })}</Text>
      )}
      {data && pair && (
        <div className={classes.columns}>
          <PairList object={object} pairs={pairs} count={data.count} at={at} onChoose={setPlace} />
          <PairDetail
            key={pair.records.map(({ id }) => id).join()}
            object={object}
            pair={pair}
            others={pairs.filter((each) => each !== pair && sharesRecord(each, pair)).length}
            different={choice.different}
            merging={merging}
            onMerging={setMerging}
            onDecide={(different) => decide(pair, different).catch(() => undefined)}
          />
        </div>
      )}
    </>
  );
}

function sharesRecord(one: ReviewPair, other: ReviewPair): boolean {
  return one.records.some(({ id }) => other.records.some((each) => each.id === id));
}

function emptyText({ seen }: Queue, { least, mine, different }: PairChoice) {
  if (different) return 'duplicateReview.emptyDifferent';
  if (least > 0 || mine) return 'duplicateReview.emptyFiltered';
  return seen === null ? 'duplicateReview.emptyNever' : 'duplicateReview.empty';
}

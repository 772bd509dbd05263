import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import classes from './review.module.css';
import { isLooking, type Queue, useLook } from './use-review.ts';

interface LookLineProps {
  readonly object: ObjectMeta;
  readonly queue: Queue;
}

/** When all records were looked through, and looking through them now. */
export function LookLine({ object, queue }: LookLineProps) {
  const { t } = useTranslation();
  const look = useLook(object.name);
  const said = useSaid();
  if (isLooking(queue))
    return (
      <div className={classes.look}>
        <Text size="sm">{t('duplicateReview.looking', { plural: object.plural })}</Text>
        <Progress
          className={classes.progress}
          value={queue.done * 100}
          aria-label={t('duplicateReview.looking', { plural: object.plural })}
        />
        <Button variant="default" size="compact-sm" onClick={() => look.mutate('look/cancel')}>
          {t('duplicateReview.stop')}
        </Button>
      </div>
    );
  return (
    <div className={classes.look}>
      <Button variant="default" loading={look.isPending} onClick={() => look.mutate('look')}>
        {t('duplicateReview.look')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {said(queue)}
      </Text>
    </div>
  );
}

function useSaid(): (queue: Queue) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const { timeZone } = useFormatting();
  return ({ state, seen, records, problem }) => {
    if (state === 'failed') return t('duplicateReview.failed', { reason: problem });
    if (state === 'cancelled') return t('duplicateReview.stopped');
    if (seen === null) return t('duplicateReview.never');
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return t('duplicateReview.seen', {
      when: time.format(new Date(seen)),
      number: records.toLocaleString(locale),
    });
  };
}

import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useTitle } from '#web/kit/use-title.ts';
import classes from './review.module.css';
import { ReviewQueue } from './review-queue.tsx';
import { useQueues } from './use-review.ts';

/** The pairs of records that may be one, to be judged one after the other, by object. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const navigate = useNavigate();
  const { object: asked } = useSearch({ strict: false }) as { object?: string };
  const { data: queues, isPending } = useQueues();
  useTitle(t('duplicateReview.title'));
  const shown = (queues ?? []).flatMap((queue) => {
    const object = objects.find(({ name }) => name === queue.object);
    return object ? [{ queue, object }] : [];
  });
  const current = shown.find(({ object }) => object.name === asked) ?? shown[0];
  return (
    <Stack className={classes.page} gap="md">
      <div>
        <Title order={1} size="h3">
          {t('duplicateReview.title')}
        </Title>
        <Text c="dimmed">{t('duplicateReview.about')}</Text>
      </div>
      {!isPending && current === undefined && <Text>{t('duplicateReview.nothing')}</Text>}
      {current && (
        <>
          <Tabs
            className={classes.objects}
            value={current.object.name}
            onChange={(name) => navigate({ to: '/duplicates', search: name ? { object: name } : {} })}
          >
            <Tabs.List aria-label={t('duplicateReview.title')}>
              {shown.map(({ queue, object }) => (
                <Tabs.Tab key={object.name} value={object.name}>
                  {object.plural}
                  {queue.count > 0 && <span className={classes.count}>{queue.count}</span>}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <ReviewQueue key={current.object.name} object={current.object} queue={current.queue} />
        </>
      )}
    </Stack>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { BulkProgress } from '#web/bulk/bulk-progress.tsx';
import { useBeginBulk, useBulkJob } from '#web/bulk/use-bulk.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import classes from './review.module.css';
import type { PairChoice } from './use-review.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ForeseenMerges {
  readonly groups: number;
  readonly records: number;
  readonly examples: readonly { readonly record: Named; readonly with: readonly Named[] }[];
}

interface MergeManyDialogProps {
  readonly object: ObjectMeta;
  readonly choice: PairChoice;
  onClose(): void;
}

/** Merges all pairs that are likely enough: what it comes to, how far it is, and the way back. */
export function MergeManyDialog({ object, choice: { least, mine }, onClose }: MergeManyDialogProps) {
  const { t } = useTranslation();
  const begin = useBeginBulk();
  const [begun, setBegun] = useState<string>();
  const job = useBulkJob(begun);
  const { data } = useQuery({
    queryKey: [...keys.object(object.name), 'merges', least, mine],
    queryFn: ({ signal }) =>
      api.get<ForeseenMerges>(`duplicates/${object.name}/merges`, { query: { least, mine }, signal }),
    enabled: begun === undefined,
  });
  const run = () =>
    begin.mutate({ object: object.name, do: 'merge', least, mine }, { onSuccess: ({ id }) => setBegun(id) });
  return (
    <Modal opened onClose={onClose} title={t('duplicateReview.mergeAll', { percent: least * 100 })} size="lg">
      {job ? (
        <BulkProgress job={job} onClose={onClose} />
      ) : (
        <Stack gap="md">
          {data && (
            <>
              <Text>
                {t('duplicateReview.mergesInto', {
                  count: data.records,
                  groups: data.groups,
                  plural: object.plural,
                })}
              </Text>
              <ul className={classes.merges}>
                {data.examples.map(({ record, with: others }) => (
                  <li key={record.id}>
                    {record.name} ← {others.map(({ name }) => name).join(t('duplicateReview.comma'))}
                  </li>
                ))}
                {data.groups > data.examples.length && (
                  <li>{t('duplicateReview.moreMerges', { number: data.groups - data.examples.length })}</li>
                )}
              </ul>
            </>
          )}
          <Text size="sm" c="dimmed">
            {t('duplicateReview.mergeAllHelp')}
          </Text>
          <FormProblem error={begin.error} known={{}} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button
              color="seal"
              onClick={run}
              loading={begin.isPending}
              disabled={!data || data.groups === 0}
            >
              {t('duplicateReview.mergeNow')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

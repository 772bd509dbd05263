import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useObjectMeta, useRecords } from '#web/api/queries.ts';
import { relatedColumns } from '#web/record/related/columns.ts';
import { RelatedTable } from '#web/record/related/related-table.tsx';

/** The records of one object, newest page first, found by typing. */
export function ListPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  const { t } = useTranslation();
  return object === undefined ? (
    <Text p="xl">{t('notFound.title')}</Text>
  ) : (
    <RecordList key={name} object={object} />
  );
}

function RecordList({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const view = object.views.find(({ kind }) => kind === 'table');
  const columns = relatedColumns(useMeta(), object, '', 8);
  const select = columns.map(({ path }) => path).join(',');
  const list = useRecords(object.name, { select, sort: view?.sort, q: q.trim() || undefined, count: true });
  const records = list.data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <Stack p="lg" gap="md">
      <Group justify="space-between">
        <Group gap="sm" align="baseline">
          <Title order={2}>{object.plural}</Title>
          <Text c="dimmed">{list.data?.pages[0]?.count}</Text>
        </Group>
        <TextInput
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </Group>
      {list.isPending ? (
        <Loader size="sm" />
      ) : records.length === 0 ? (
        <Text c="dimmed">{t('list.empty')}</Text>
      ) : (
        <RelatedTable object={object} columns={columns} records={records} />
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Stack>
  );
}

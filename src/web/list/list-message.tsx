import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { Centered } from '#web/kit/centered.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { startingValues } from '#web/views/starting-values.ts';
import type { ViewState } from '#web/views/use-view-state.ts';

interface ListMessageProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
}

/** Nothing is in the list: what to do next. */
export function EmptyList({ object, state }: ListMessageProps) {
  const { t } = useTranslation();
  const narrowed = state.search.q !== undefined || state.search.where !== undefined;
  if (narrowed) {
    return (
      <Centered>
        <Stack gap="sm" align="center">
          <Title order={2}>{t('list.noMatch')}</Title>
          <Text c="dimmed">{t('list.noMatchText')}</Text>
          <Button variant="default" onClick={() => state.change({ q: undefined, where: undefined })}>
            {t('list.clearFilters')}
          </Button>
        </Stack>
      </Centered>
    );
  }
  return (
    <Centered>
      <Stack gap="sm" align="center">
        <Text c="dimmed" lh={0}>
          <ObjectIcon name={object.icon} size={36} />
        </Text>
        <Title order={2}>
          {state.view.where === undefined
            ? t('list.emptyTitle', { plural: object.plural })
            : t('list.emptyView', { view: state.view.label })}
        </Title>
        <Text c="dimmed">
          {object.can.create
            ? t(object.can.import ? 'list.emptyText' : 'list.emptyTextHere', { label: object.label })
            : t('list.empty')}
        </Text>
        <Group gap="sm">
          {object.can.create && (
            <Button
              variant="filled"
              onClick={() =>
                openRecordForm({ object: object.name, values: startingValues(object, state.where) })
              }
            >
              {t('record.new', { label: object.label })}
            </Button>
          )}
          {object.can.import && (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/import" search={{ object: object.name }} />}
            >
              {t('list.import')}
            </Button>
          )}
        </Group>
      </Stack>
    </Centered>
  );
}

/** The list could not be read. */
export function FailedList({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <Centered>
      <Stack gap="sm" align="center" role="alert">
        <Title order={2}>{t('error.title')}</Title>
        <Text c="dimmed" ta="center" maw={440}>
          {error instanceof ProblemError ? error.message : t('error.unknown')}
        </Text>
        <Button onClick={onRetry}>{t('error.retry')}</Button>
      </Stack>
    </Centered>
  );
}

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '69%', '51%', '60%'];

/** The shape of rows while they arrive. */
export function ListSkeleton() {
  return (
    <Stack gap={0} px="md" pt={34} aria-hidden>
      {widths.map((width) => (
        <Skeleton key={width} height={12} width={width} my={14} />
      ))}
    </Stack>
  );
}

import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { type DeliveryState, useDeliveries, type Webhook } from './use-webhooks.ts';
import classes from './webhooks.module.css';

const states = ['all', 'done', 'waiting', 'failed', 'skipped'] as const;

interface DeliveriesDialogProps {
  readonly webhook: Webhook;
  onClose(): void;
}

/** What a program was told, the latest first, and what it answered. */
export function DeliveriesDialog({ webhook, onClose }: DeliveriesDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [state, setState] = useState<(typeof states)[number]>('all');
  const asked = useDeliveries(webhook.id, state === 'all' ? undefined : (state satisfies DeliveryState));
  const deliveries = asked.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      fullScreen={narrow}
      title={t('settings.webhooks.deliveriesOf', { name: webhook.name })}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            value={state}
            onChange={(next) => setState(next as typeof state)}
            data={states.map((value) => ({ value, label: t(`settings.webhooks.states.${value}`) }))}
          />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconRefresh size={14} />}
            loading={asked.isRefetching}
            onClick={() => asked.refetch()}
          >
            {t('settings.webhooks.refresh')}
          </Button>
        </Group>
        {asked.data && deliveries.length === 0 && (
          <Text c="dimmed">{t('settings.webhooks.noDeliveries')}</Text>
        )}
        {deliveries.length > 0 && (
          <ul className={classes.deliveries}>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} webhook={webhook.id} delivery={delivery} />
            ))}
          </ul>
        )}
        {asked.hasNextPage && (
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => asked.fetchNextPage()}>
            {t('settings.webhooks.older')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

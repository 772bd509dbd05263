import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { Section } from '../section.tsx';
import { SettingsTable } from '../settings-table.tsx';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import type { Opened } from './opened.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { useWebhookObject, useWebhookStates, useWebhooks } from './use-webhooks.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** The programs that are told what happens here, and how their deliveries stand. */
export function Webhooks() {
  const { t } = useTranslation();
  const object = useWebhookObject();
  const narrow = useNarrow();
  const { data: webhooks } = useWebhooks(object?.name ?? '');
  const { data: states } = useWebhookStates();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  if (object === undefined) return null;
  return (
    <>
      <Section
        title={t('settings.webhooks.title')}
        text={t('settings.webhooks.text')}
        flush={(webhooks?.length ?? 0) > 0}
        aside={
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setOpened({ kind: 'new' })}
          >
            {t('settings.webhooks.add')}
          </Button>
        }
      >
        {webhooks?.length === 0 && <Text c="dimmed">{t('settings.webhooks.none')}</Text>}
        {webhooks !== undefined && webhooks.length > 0 && (
          <SettingsTable
            columns={
              narrow
                ? [object.label, null]
                : [object.label, t('settings.webhooks.topics'), t('settings.webhooks.state'), null]
            }
          >
            {webhooks.map((webhook) => (
              <WebhookRow
                key={webhook.id}
                object={object}
                webhook={webhook}
                state={states?.get(webhook.id)}
                narrow={narrow}
                onOpen={setOpened}
              />
            ))}
          </SettingsTable>
        )}
      </Section>
      {(opened?.kind === 'new' || opened?.kind === 'edit') && (
        <WebhookDialog
          object={object}
          webhook={opened.kind === 'edit' ? opened.webhook : undefined}
          onClose={close}
        />
      )}
      {opened?.kind === 'secret' && <SecretDialog webhook={opened.webhook} onClose={close} />}
      {opened?.kind === 'deliveries' && <DeliveriesDialog webhook={opened.webhook} onClose={close} />}
    </>
  );
}

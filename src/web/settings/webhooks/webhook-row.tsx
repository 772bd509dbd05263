import { ActionIcon, Anchor, Menu } from '@mantine/core';
import { IconDots, IconKey, IconList, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import type { Opened } from './opened.ts';
import { useSayReason } from './use-say-reason.ts';
import { useSayTopic } from './use-say-topic.ts';
import { useTryWebhook, type Webhook, type WebhookState } from './use-webhooks.ts';
import classes from './webhooks.module.css';

interface WebhookRowProps {
  readonly object: ObjectMeta;
  readonly webhook: Webhook;
  /** Absent as long as it has no secret. */
  readonly state: WebhookState | undefined;
  readonly narrow: boolean;
  onOpen(what: Opened): void;
}

/** One program: where it is, what it is told of, and how its deliveries stand. */
export function WebhookRow({ object, webhook, state, narrow, onOpen }: WebhookRowProps) {
  const { t } = useTranslation();
  const takeAway = useDelete(object.name);
  const bringBack = useRestore(object.name);
  const trial = useTryWebhook();
  const sayTopic = useSayTopic();
  const sayReason = useSayReason();
  const { id, name } = webhook;
  const remove = () =>
    takeAway.mutate([id], {
      onSuccess: () => toastWithUndo(t('settings.webhooks.removed', { name }), () => bringBack.mutate([id])),
      onError: toastProblem,
    });
  const tryIt = () =>
    trial.mutate(id, {
      onSuccess: (tried) =>
        tried.delivered
          ? toast(t('settings.webhooks.tried', { took: tried.took }))
          : toast(t('settings.webhooks.notTried', { reason: sayReason(tried) }), 'red'),
      onError: toastProblem,
    });
  const topics = [...new Set(webhook.topics.map(sayTopic))].map((said) => <span key={said}>{said}</span>);
  const stands = <Standing object={object} webhook={webhook} state={state} />;
  return (
    <tr>
      <td className={classes.webhook}>
        <Anchor component="button" type="button" inherit onClick={() => onOpen({ kind: 'edit', webhook })}>
          {name}
        </Anchor>
        <span className={classes.address}>{webhook.address}</span>
        {narrow && (
          <>
            <span className={classes.topics}>{topics}</span>
            {stands}
          </>
        )}
      </td>
      {!narrow && (
        <>
          <td className={classes.webhook}>
            <span className={classes.topics}>{topics}</span>
          </td>
          <td>{stands}</td>
        </>
      )}
      <td className={classes.verbs}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('settings.webhooks.more', { name })} loading={trial.isPending}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconList size={15} />}
              onClick={() => onOpen({ kind: 'deliveries', webhook })}
            >
              {t('settings.webhooks.deliveries')}
            </Menu.Item>
            <Menu.Item leftSection={<IconSend size={15} />} onClick={tryIt} disabled={state === undefined}>
              {t('settings.webhooks.try')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconKey size={15} />}
              onClick={() => onOpen({ kind: 'secret', webhook })}
            >
              {t('settings.webhooks.newSecret')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconPencil size={15} />}
              onClick={() => onOpen({ kind: 'edit', webhook })}
            >
              {t('settings.webhooks.edit')}
            </Menu.Item>
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash size={15} />}
              onClick={remove}
            >
              {t('settings.webhooks.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}

/** Whether it is told at all, why not, and what has come of that. */
function Standing({ object, webhook, state }: Pick<WebhookRowProps, 'object' | 'webhook' | 'state'>) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const stops = object.fields.find(({ name }) => name === 'stopped')?.choices;
  const stopped = stops?.find(({ value }) => value === webhook.stopped)?.label;
  const on = webhook.active && state !== undefined;
  const word = state === undefined ? 'noSecret' : webhook.active ? 'on' : 'off';
  return (
    <span className={classes.standing}>
      <StatusBadge color={on ? 'green' : stopped === undefined ? 'grey' : 'red'}>
        {t(`settings.webhooks.${word}`)}
      </StatusBadge>
      {stopped !== undefined && <span className={classes.faint}>{stopped}</span>}
      {on && state.succeededAt !== null && (
        <span className={classes.faint}>
          {t('settings.webhooks.succeeded', { at: formatDateTime(state.succeededAt, locale, timeZone) })}
        </span>
      )}
      {state !== undefined && state.waiting > 0 && (
        <span className={classes.faint}>{t('settings.webhooks.waitingCount', { count: state.waiting })}</span>
      )}
      {state !== undefined && state.failed > 0 && (
        <span className={classes.failed}>{t('settings.webhooks.failedCount', { count: state.failed })}</span>
      )}
    </span>
  );
}

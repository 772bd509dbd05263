import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import { useSayReason } from './use-say-reason.ts';
import { useSayKind } from './use-say-topic.ts';
import { type Delivery, useSendAgain } from './use-webhooks.ts';
import classes from './webhooks.module.css';

const colors = { done: 'green', waiting: 'amber', failed: 'red', skipped: 'grey' } as const;

/** What a program was told, when, how long it took and what it answered. */
export function DeliveryRow({ webhook, delivery }: { webhook: string; delivery: Delivery }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { objects } = useMeta();
  const sayKind = useSayKind();
  const sayReason = useSayReason();
  const again = useSendAgain(webhook);
  const { state, status, took, attempts, answer, nextAt } = delivery;
  const at = (instant: string) => formatDateTime(instant, locale, timeZone);
  const object = objects.find(({ name }) => name === delivery.object);
  const kind =
    delivery.kind === 'test' || delivery.kind === 'call'
      ? t(`settings.webhooks.kinds.${delivery.kind}`)
      : sayKind(delivery.kind);
  const facts = [
    status !== null && t('settings.webhooks.status', { status }),
    took !== null && t('settings.webhooks.took', { took }),
    attempts > 1 && t('settings.webhooks.attempts', { count: attempts }),
    nextAt !== null && attempts > 0 && t('settings.webhooks.next', { at: at(nextAt) }),
  ].filter((fact) => fact !== false);
  return (
    <li className={classes.delivery}>
      <div>
        {object === undefined || delivery.record === null ? (
          kind
        ) : (
          <RecordLink
            target={{
              ...{ object: object.name, id: delivery.record },
              name: t('settings.webhooks.event', { object: object.label, kind }),
            }}
          />
        )}
        {delivery.action !== null && delivery.kind !== 'call' && (
          <span className={classes.faint}> · {sayKind(delivery.action)}</span>
        )}
        <span className={classes.address}>{at(delivery.happenedAt)}</span>
      </div>
      <div>
        <StatusBadge color={colors[state]}>{t(`settings.webhooks.states.${state}`)}</StatusBadge>
        <span className={classes.address}>
          {[...(delivery.reason === null ? [] : [sayReason(delivery)]), ...facts].join(' · ')}
        </span>
        {answer && <code className={classes.answer}>{answer.slice(0, 300)}</code>}
      </div>
      <div className={classes.again}>
        {delivery.kind !== 'test' && (state !== 'waiting' || attempts > 0) && (
          <Button
            variant="default"
            size="compact-xs"
            loading={again.isPending}
            onClick={() => again.mutate(delivery.id, { onError: toastProblem })}
          >
            {t('settings.webhooks.again')}
          </Button>
        )}
      </div>
    </li>
  );
}

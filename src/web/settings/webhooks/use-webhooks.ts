import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { Happening, WebhookStop, WebhookTopic } from '#kernel/webhook-topic.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';

/** A webhook as its record says. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly topics: readonly WebhookTopic[];
  readonly person: unknown;
  readonly active: boolean;
  readonly stopped: WebhookStop | null;
}

export type WebhookDraft = Pick<Webhook, 'name' | 'address' | 'topics' | 'person' | 'active'>;

/** How its deliveries stand; of one without a secret nothing is known. */
export interface WebhookState {
  readonly id: string;
  readonly formerUntil: string | null;
  readonly succeededAt: string | null;
  readonly waiting: number;
  readonly failed: number;
}

export interface Delivery {
  readonly id: string;
  readonly object: string | null;
  readonly record: string | null;
  readonly kind: Happening | 'test' | 'call';
  readonly action: string | null;
  readonly happenedAt: string;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly attempts: number;
  readonly status: number | null;
  readonly took: number | null;
  readonly answer: string | null;
  readonly triedAt: string | null;
  readonly nextAt: string | null;
}

export type DeliveryState = Delivery['state'];

/** What was answered to something that tells of nothing. */
export type Trial = Pick<Delivery, 'reason' | 'status' | 'took' | 'answer'> & { readonly delivered: boolean };

const statesKey = ['webhooks'] as const;

export function useWebhookObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'webhook');
}

export function useWebhooks(object: string) {
  return useQuery({
    queryKey: keys.lists(object),
    queryFn: ({ signal }) =>
      api.get<{ records: readonly Webhook[] }>(`records/${object}`, {
        query: { sort: 'name', limit: 200 },
        signal,
      }),
    select: ({ records }) => records.map((webhook) => ({ ...webhook, topics: webhook.topics ?? [] })),
    enabled: object !== '',
  });
}

/** How the deliveries of each stand, by its id. */
export function useWebhookStates() {
  return useQuery({
    queryKey: statesKey,
    queryFn: ({ signal }) => api.get<{ webhooks: readonly WebhookState[] }>('webhooks', { signal }),
    select: ({ webhooks }) => new Map(webhooks.map((state) => [state.id, state])),
    refetchInterval: 10_000,
  });
}

/** A new secret for one, told this once. */
export function useMakeSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.post<{ secret: string; formerUntil: string | null }>(`webhooks/${id}/secret`),
    onSettled: () => client.invalidateQueries({ queryKey: statesKey }),
  });
}

export function useTryWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Trial>(`webhooks/${id}/test`),
    onSettled: () => client.invalidateQueries({ queryKey: statesKey }),
  });
}

export function useDeliveries(webhook: string, state: DeliveryState | undefined) {
  return useInfiniteQuery({
    queryKey: [...statesKey, webhook, state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ deliveries: readonly Delivery[]; next?: string }>(`webhooks/${webhook}/deliveries`, {
        query: { state, before: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

export function useSendAgain(webhook: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (delivery: string) => api.post(`webhooks/${webhook}/deliveries/${delivery}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: statesKey }),
  });
}

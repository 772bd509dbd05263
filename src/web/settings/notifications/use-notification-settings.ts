import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import {
  type Channel,
  type DigestTimeJson,
  type NotificationSettingsJson,
  settingsKey,
} from './settings-json.ts';

/** How I am reached, and the ways to change it. */
export function useNotificationSettings() {
  const client = useQueryClient();
  const settings = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => api.get<NotificationSettingsJson>('notification-settings', { signal }),
  });
  const choose = useMutation({
    mutationFn: (choice: Readonly<Record<string, readonly Channel[]>>) =>
      api.patch<NotificationSettingsJson>('notification-settings', choice),
    onMutate: (choice) =>
      client.setQueryData<NotificationSettingsJson>(settingsKey, (known) =>
        known
          ? {
              ...known,
              kinds: known.kinds.map((one) => ({ ...one, channels: choice[one.kind] ?? one.channels })),
            }
          : known,
      ),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: settingsKey }),
  });
  const chooseDigest = useMutation({
    mutationFn: (digest: DigestTimeJson) =>
      api.put<NotificationSettingsJson>('notification-settings/digest', digest),
    onMutate: (digest) =>
      client.setQueryData<NotificationSettingsJson>(settingsKey, (known) => known && { ...known, digest }),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: settingsKey }),
  });
  return { settings: settings.data, choose: choose.mutate, chooseDigest: chooseDigest.mutate };
}

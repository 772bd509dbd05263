import { useMutation } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import type { OwnKind } from './own-kind.ts';
import { useRefresh } from './use-refresh.ts';

/** Puts away what a company added, brings it back, or deletes it for good. */
export function useFate(kind: OwnKind, defining: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, fate }: { id: string; fate: 'away' | 'back' | 'gone' }) => {
      if (fate === 'away') await api.delete(`records/${defining}/${id}`);
      if (fate === 'back') await api.post(`records/${defining}/${id}/restore`);
      if (fate === 'gone') await api.delete(`${kind}/${id}`);
    },
    onSuccess: refresh,
  });
}

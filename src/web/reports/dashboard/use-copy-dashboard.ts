import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem } from '#web/kit/toast.tsx';

/** Makes a dashboard of one's own that shows the same reports in the same order, and opens it. */
export function useCopyDashboard(kind: string, tileKind: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (name: string, tiles: readonly RecordJson[]) => {
    try {
      const made = await api.post<RecordJson>(`records/${kind}`, { name: t('reports.copyOf', { name }) });
      const copies = tiles.map(({ declared, width }, index) => ({ declared, width, place: index * 10 }));
      await api.post(
        `records/${tileKind}`,
        copies.map((tile) => ({ ...tile, dashboard: made.id })),
      );
      await client.invalidateQueries({ queryKey: keys.object(kind) });
      navigate({ to: '/$object/$id', params: { object: kind, id: made.id } });
    } catch (error) {
      toastProblem(error as Error);
    }
  };
}

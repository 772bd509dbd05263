import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';

interface OwnList {
  /** The address under which they stand. */
  readonly path: string;
  /** What the answer calls them, when that is not the address. */
  readonly name?: string;
  /** Asks anew, also where others on the page have asked already. */
  readonly fresh?: boolean;
  removed?(): void;
}

/** What belongs to me, and taking from it: one by its id, or all that may go. */
export function useOwnList<Item>({ path, name = path, fresh = false, removed }: OwnList) {
  const key = [path] as const;
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Readonly<Record<string, readonly Item[]>>>(path, { signal }),
    refetchOnMount: fresh ? 'always' : true,
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const remove = useMutation({
    mutationFn: (id?: string) => api.delete(id === undefined ? path : `${path}/${id}`),
    ...(removed && { onSuccess: removed }),
    onError: toastProblem,
    onSettled: refresh,
  });
  return { items: data?.[name], remove, refresh };
}

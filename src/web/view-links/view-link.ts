import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ToldLink } from '#kernel/told-link.ts';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';

/** A link in the lists of links. */
export interface ViewLink extends ToldLink {
  /** Told to its maker alone. */
  readonly address: string | null;
}

/** What a link of a view could show. */
export interface LinkOffer {
  readonly columns: readonly {
    readonly path: string;
    readonly label: string;
    readonly personal: boolean;
  }[];
  /** Whether the company wants to know why people's data is shown. */
  readonly reason: boolean;
}

/** What somebody wants of a link; the password stays where none is told. */
export interface WantedLink {
  readonly columns: readonly string[];
  readonly personal: readonly string[];
  readonly password?: string | null;
  readonly lastDay: string | null;
  readonly download: boolean;
  readonly reason?: string;
}

const key = ['view-links'] as const;

/** The links of a view, or all that this person may end. */
export function useViewLinks(view?: string) {
  const { data } = useQuery({
    queryKey: [...key, view ?? 'all'],
    queryFn: ({ signal }) =>
      api.get<{ links: readonly ViewLink[] }>('view-links', { signal, query: { ...(view && { view }) } }),
    // How often they were opened changes without anybody here.
    refetchOnMount: 'always',
  });
  return data?.links;
}

/** Which columns of a view may be shown by link. */
export function useLinkOffer(view: string) {
  return useQuery({
    queryKey: [...key, 'offer', view],
    queryFn: ({ signal }) => api.get<LinkOffer>('view-links/offer', { signal, query: { view } }),
    refetchOnMount: 'always',
    retry: false,
  });
}

/** Makes a link of a view, or changes one. */
export function useSaveLink(view: string, link: ViewLink | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: WantedLink): Promise<unknown> =>
      link ? api.put(`view-links/${link.id}`, wanted) : api.post('view-links', { view, ...wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Ends a link at once. */
export function useEndLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`view-links/${id}`),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { StoredFile } from '#web/fields/file/format.ts';

/** A record found by a search across objects. */
export interface SearchResult {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly detail?: string | null;
  /** The file of the record in which the words are, with those around them. */
  readonly file?: (StoredFile & { readonly snippet: string }) | null;
}

/** Searches all records as the text is being typed. */
export function useSearch(text: string) {
  const [typed] = useDebouncedValue(text.trim(), 120);
  const { data, isFetching } = useQuery({
    queryKey: keys.search(typed),
    queryFn: ({ signal }) =>
      api.get<{ results: readonly SearchResult[] }>('search', { query: { q: typed, limit: 12 }, signal }),
    enabled: typed !== '',
    placeholderData: typed === '' ? undefined : keepPreviousData,
  });
  return { results: typed === '' ? [] : (data?.results ?? []), searching: isFetching };
}

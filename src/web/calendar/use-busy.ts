import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { spanOf, type ToldSpan } from './told-span.ts';

interface FreeBusyJson {
  readonly taken: readonly { readonly id: string; readonly busy: readonly ToldSpan[] }[];
}

/** When these records are taken up on some days, whatever by; `object` is whose calendar is looked at. */
export function useBusy(
  object: string,
  target: string,
  ids: readonly string[],
  days: readonly string[],
): ReadonlyMap<string, readonly ToldSpan[]> {
  const { timeZone } = useFormatting();
  const query = { ids: ids.join(), ...spanOf(days, timeZone) };
  const { data } = useQuery({
    queryKey: [...keys.object(object), 'free-busy', target, query],
    queryFn: ({ signal }) => api.get<FreeBusyJson>(`records/${target}/free-busy`, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
  return new Map(data?.taken.map(({ id, busy }) => [id, busy]));
}

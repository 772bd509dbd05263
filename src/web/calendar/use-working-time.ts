import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { spanOf, type ToldSpan } from './told-span.ts';

interface WorkingTimeJson {
  readonly company: readonly ToldSpan[];
  readonly people: readonly { readonly id: string; readonly working: readonly ToldSpan[] }[];
  readonly days: readonly { readonly day: string; readonly name: string; readonly works: boolean }[];
}

/** When work is done on some days: of the company, and of the people who are asked about. */
export interface WorkingTime {
  /** By somebody, or by the company where he is none of those asked about; undefined until it is known. */
  of(id: string): readonly ToldSpan[] | undefined;
  /** The days that differ by the company's own decision. */
  readonly days: ReadonlyMap<string, { readonly name: string; readonly works: boolean }>;
}

export const workingTimeKey = ['working-time'] as const;

export function useWorkingTime(days: readonly string[], ids: readonly string[], enabled = true): WorkingTime {
  const { timeZone } = useFormatting();
  const query = { ids: ids.join(), ...(enabled && spanOf(days, timeZone)) };
  const { data } = useQuery({
    queryKey: [...workingTimeKey, query],
    queryFn: ({ signal }) => api.get<WorkingTimeJson>('working-time', { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
  const people = new Map(data?.people.map(({ id, working }) => [id, working]));
  return {
    of: (id) => people.get(id) ?? data?.company,
    days: new Map(data?.days.map(({ day, ...rest }) => [day, rest])),
  };
}

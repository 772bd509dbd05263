import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ActionMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { Consequence } from '#web/api/mutations.ts';
import { isEmpty } from '#web/fields/empty.ts';
import type { Values } from '#web/fields/field-props.ts';

/** What an action would write if it were run on this record with these values, once all that it needs is given. */
export function useConsequences(action: ActionMeta, id: string, input: Values) {
  const ready = action.input.every(({ name, required }) => !required || !isEmpty(input[name]));
  return useQuery({
    queryKey: keys.consequences(action.name, id, input),
    queryFn: () =>
      api.post<{ consequences: readonly Consequence[] }>(`actions/${action.name}`, {
        id,
        input,
        preview: true,
      }),
    enabled: ready,
    staleTime: 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

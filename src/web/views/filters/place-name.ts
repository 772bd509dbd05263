import { api } from '#web/api/client.ts';
import { batched } from '#web/fields/reference/batch.ts';

/** A region or a city, and what a city lies in. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly within?: string;
}

const nameOf = batched(async (codes) => {
  const query = { codes: codes.join(',') };
  const { places } = await api.get<{ places: readonly Place[] }>('places', { query });
  return new Map(places.map(({ code, name }) => [code, name]));
});

/** What a place is called; all that are asked for at once come in one request. */
export function placeNameQuery(code: string) {
  return {
    queryKey: ['places', 'name', code],
    queryFn: async () => (await nameOf(code)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

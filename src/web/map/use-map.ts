import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Window } from '#kernel/expression/position.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { MapAnswer } from './map-answer.ts';

interface Asked {
  readonly place: string;
  readonly window: Window;
  readonly zoom: number;
  readonly where?: unknown;
  readonly q?: string;
}

/** What a window of the map shows. */
export function useMap(object: string, { window, ...asked }: Asked) {
  const query = { ...asked, window: window.map((degrees) => degrees.toFixed(4)).join(',') };
  return useQuery({
    queryKey: keys.map(object, query),
    queryFn: ({ signal }) => api.get<MapAnswer>(`records/${object}/map`, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

import { useQuery } from '@tanstack/react-query';
import { build } from '#web/api/build.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { manuals } from './manuals.ts';
import { type LaidManual, type OpenManual, openManual } from './open-manual.ts';

/** The manuals for this reader, in his language. */
export function useManuals(): readonly OpenManual[] | undefined {
  const locale = useLocale();
  const { user } = useMeta();
  const names = Object.keys(manuals).filter((name) => manuals[name]?.(user));
  const { data } = useQuery({
    queryKey: ['manuals', locale, ...names],
    queryFn: ({ signal }) => Promise.all(names.map((name) => fetched(`${name}.${locale}`, signal))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

async function fetched(name: string, signal: AbortSignal): Promise<OpenManual> {
  const answer = await fetch(`/manual/${name}.json?${encodeURIComponent(build)}`, { signal });
  return openManual((await answer.json()) as LaidManual);
}

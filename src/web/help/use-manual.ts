import { useQuery } from '@tanstack/react-query';
import { build } from '#web/api/build.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { type Chapter, chapterName, readManual } from './read-manual.ts';

/** A manual as the build lays it beside the client: in whichever language, with the headings of the English one. */
interface Laid {
  readonly headings: readonly string[];
  readonly text: string;
}

/** The manual in the reader's language, chapters by name, in order. */
export function useManual(): { readonly data?: ReadonlyMap<string, Chapter> | undefined } {
  const locale = useLocale();
  return useQuery({
    queryKey: ['manual', locale],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/manual/${locale}.json?${encodeURIComponent(build)}`, { signal });
      const { headings, text } = (await answer.json()) as Laid;
      return new Map(readManual(text).map((chapter, place) => [chapterName(headings[place] ?? ''), chapter]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

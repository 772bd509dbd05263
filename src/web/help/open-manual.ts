import { type Chapter, headingName, type Manual, readManual } from './read-manual.ts';

/** A manual as the build lays it beside the client: in whichever language, with the headings of the English one. */
export interface LaidManual {
  readonly headings: string;
  readonly text: string;
}

/** A manual with its chapters by name, in order. */
export interface OpenManual extends Pick<Manual, 'title'> {
  readonly chapters: ReadonlyMap<string, Chapter>;
}

/** Reads a manual; the English headings name its chapters and say of which pages they tell. */
export function openManual({ headings, text }: LaidManual): OpenManual {
  const { title, chapters } = readManual(text);
  const named = readManual(headings).chapters.flatMap(({ title: heading, pages }, place) => {
    const chapter = chapters[place];
    return chapter ? [[headingName(heading), { ...chapter, pages }] as const] : [];
  });
  return { title, chapters: new Map(named) };
}

import type { AggregateAnswer, PlaceAnswer } from '#kernel/report/answer.ts';
import { namedPlace } from './named-place.ts';

/** An answer with the names and positions of the places that it is grouped by. */
export function withPlaces(answer: Buffer, names: readonly string[], locale: 'en' | 'zh-CN'): Buffer {
  const read = JSON.parse(answer.toString()) as AggregateAnswer;
  const places: Record<string, PlaceAnswer> = {};
  for (const group of read.groups)
    for (const name of names) {
      const code = group[name];
      const place = typeof code === 'string' ? namedPlace(code, locale) : undefined;
      if (place !== undefined) places[code as string] = place;
    }
  return Buffer.from(JSON.stringify({ ...read, places }));
}

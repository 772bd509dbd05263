import { gazetteer, nameKey } from './gazetteer.ts';
import { placeName } from './named-place.ts';

/** A place that somebody may mean: its code, what it is called, and for a city in what it lies. */
export interface FoundPlace {
  readonly code: string;
  readonly name: string;
  readonly within?: string;
}

type Locale = 'en' | 'zh-CN';

interface Candidate {
  readonly code: string;
  readonly keys: readonly string[];
  /** Countries and provinces before cities, the larger of these first. */
  readonly rank: number;
}

const most = 30;
let candidates: readonly Candidate[] | undefined;

/** Countries, provinces and cities that are called as somebody begins to write, in either language. */
export function findPlaces(written: string, locale: Locale): readonly FoundPlace[] {
  const key = nameKey(written);
  candidates ??= [...areas(), ...cities()].sort((one, other) => other.rank - one.rank);
  const begun = candidates.filter(({ keys }) => keys.some((each) => each.startsWith(key)));
  const within = candidates.filter(
    ({ keys }) => !keys.some((each) => each.startsWith(key)) && keys.some((each) => each.includes(key)),
  );
  return placesCalled(
    [...begun, ...within].slice(0, most).map(({ code }) => code),
    locale,
  );
}

/** What places of these codes are called; a code of none is left out. */
export function placesCalled(codes: readonly string[], locale: Locale): readonly FoundPlace[] {
  return codes.flatMap((code) => {
    const name = placeName(code, locale);
    const [region = ''] = code.split('/');
    return name === undefined ? [] : [{ code, name, ...(region !== code && within(region, name, locale)) }];
  });
}

function within(region: string, city: string, locale: Locale) {
  const name = placeName(region, locale);
  return name !== undefined && name !== city && { within: name };
}

function areas(): readonly Candidate[] {
  const regions = [...new Set([...gazetteer().cities.values()].map(({ region }) => region))];
  const countries = new Set(regions.map((region) => region.slice(0, 2)));
  return [...new Set([...countries, ...regions])].map((code) => ({
    code,
    keys: (['en', 'zh-CN'] as const).flatMap((locale) => nameKey(placeName(code, locale) ?? '') || []),
    rank: code.length > 2 || code === 'CN' ? 1e12 : 1e11,
  }));
}

function cities(): readonly Candidate[] {
  return [...gazetteer().cities.values()].map(({ id, region, chinese, name, people }) => ({
    code: `${region}/${id}`,
    keys: [chinese, name].flatMap((each) => nameKey(each) || []),
    rank: people,
  }));
}

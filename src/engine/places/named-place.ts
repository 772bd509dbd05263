import type { PlaceAnswer } from '#kernel/report/answer.ts';
import { gazetteer, type Place } from './gazetteer.ts';

/** The region or the city of a code such as `CN-SH` or `CN-SH/1796236`, in a language. */
export function namedPlace(code: string, locale: 'en' | 'zh-CN'): PlaceAnswer | undefined {
  const [region = '', id] = code.split('/');
  const city = id === undefined ? largestOf(region) : gazetteer().cities.get(id);
  if (city === undefined) return undefined;
  const { latitude, longitude } = city;
  return {
    name: id === undefined ? regionName(region, locale) : cityName(city, locale),
    latitude,
    longitude,
  };
}

/** What a country, a province or a city is called in a language, by its code. */
export function placeName(code: string, locale: 'en' | 'zh-CN'): string | undefined {
  const [region = '', id] = code.split('/');
  if (id === undefined) return /^[A-Z]{2}(-[A-Z]{2})?$/.test(code) ? regionName(region, locale) : undefined;
  const city = gazetteer().cities.get(id);
  return city && cityName(city, locale);
}

function cityName({ chinese, name }: Place, locale: 'en' | 'zh-CN'): string {
  return locale === 'zh-CN' && chinese !== '' ? chinese : name;
}

function regionName(code: string, locale: 'en' | 'zh-CN'): string {
  const region = gazetteer().regions.get(code);
  if (region !== undefined) return locale === 'zh-CN' ? region.chinese : region.name;
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code)
    : code;
}

/** A region is drawn where its largest city is. */
function largestOf(region: string): Place | undefined {
  let largest: Place | undefined;
  for (const place of gazetteer().cities.values())
    if (place.region === region && place.people >= (largest?.people ?? 0)) largest = place;
  return largest;
}

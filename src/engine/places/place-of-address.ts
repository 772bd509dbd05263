import type { Address } from '#kernel/field/address/address.ts';
import { countryCode } from './country-code.ts';
import { gazetteer, nameKey, type Place, type Region } from './gazetteer.ts';

/** From this size on a city is meant where nothing tells the country. */
const known = 100_000;

/** The district or city that an address tells; undefined when it tells none that is known. */
export function placeOfAddress(address: Address): Place | undefined {
  const { street = '', city = '', region = '', country = '' } = address;
  const code = country === '' ? undefined : countryCode(country);
  const words = plain(`${region}${withKind(city)}${street}`);
  const chinese = /\p{Script=Han}/u.test(words) && (code === undefined || code === 'CN');
  return (
    (chinese ? inChina(words) : undefined) ??
    anywhere([city, ...street.split(/[,，]/).reverse(), region], code)
  );
}

/** A town of a Chinese city that is written without its kind: 昆山. */
function withKind(city: string): string {
  const { chineseCities, districts } = gazetteer();
  return !chineseCities.has(city) && districts.has(`${city}市`) ? `${city}市` : city;
}

function plain(words: string): string {
  return words.replaceAll(/[\s,，、]|中国|中华人民共和国/g, '');
}

/** Reads region, city and district from the beginning of a Chinese address, each of which may be left out. */
function inChina(words: string): Place | undefined {
  const { regionsNamed, alone } = gazetteer();
  let rest = words;
  let region: Region | undefined;
  let city: Place | undefined;
  const within = (place: Place) => region === undefined || place.region === region.code;
  const found = prefix(rest, (name) => regionsNamed.get(name));
  const foundCity = cityAt(rest, within);
  // 吉林市 is a city of 吉林省, 海南藏族自治州 none of 海南省.
  if (found && found.length >= (foundCity?.length ?? 0)) {
    region = found.item;
    rest = rest.slice(found.length);
    city = alone.get(found.item.code);
  }
  const next = cityAt(rest, within);
  if (next) {
    city = next.item;
    rest = rest.slice(next.length);
    // Written twice: 上海市上海市.
    rest = rest.startsWith(words.slice(0, next.length)) ? rest.slice(next.length) : rest;
  }
  const district = prefix(rest, (name) =>
    districtNamed(name, (place) => within(place) && (!city || place.city === city.id)),
  );
  return district?.item ?? city;
}

interface Prefix<Item> {
  readonly item: Item;
  readonly length: number;
}

/** The longest beginning that is the name of something. */
function prefix<Item>(words: string, find: (name: string) => Item | undefined): Prefix<Item> | undefined {
  for (let length = Math.min(words.length, 14); length > 1; length--) {
    const item = find(words.slice(0, length));
    if (item !== undefined) return { item, length };
  }
  return undefined;
}

function cityAt(words: string, within: (place: Place) => boolean): Prefix<Place> | undefined {
  return prefix(words, (name) => gazetteer().chineseCities.get(name)?.find(within));
}

/** Where two districts of different cities bear the name, neither is meant. */
function districtNamed(name: string, within: (place: Place) => boolean): Place | undefined {
  const found = gazetteer().districts.get(name)?.filter(within);
  return found?.length === 1 ? found[0] : undefined;
}

/** The largest city of a country that bears one of these names. */
function anywhere(names: readonly string[], code: string | undefined): Place | undefined {
  const { citiesAnywhere } = gazetteer();
  for (const name of names) {
    const found = citiesAnywhere
      .get(nameKey(name))
      ?.find(({ region, people }) =>
        code === undefined ? people >= known : region === code || region.startsWith(`${code}-`),
      );
    if (found !== undefined) return found;
  }
  return undefined;
}

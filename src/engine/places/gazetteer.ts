import { readFileSync } from 'node:fs';

/** A city, or a district of one. */
export interface Place {
  readonly id: string;
  readonly level: 'city' | 'district';
  /** ISO 3166: a province of China with its own code, elsewhere the country. */
  readonly region: string;
  /** The id of the city that a district belongs to; a city's own. */
  readonly city: string;
  readonly chinese: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly people: number;
}

export interface Region {
  readonly code: string;
  readonly chinese: string;
  readonly name: string;
}

export interface Gazetteer {
  readonly regions: ReadonlyMap<string, Region>;
  readonly cities: ReadonlyMap<string, Place>;
  readonly places: readonly Place[];
  /** Cities of China by what people call them. */
  readonly chineseCities: Named;
  /** Districts of China by their names in full. */
  readonly districts: Named;
  /** Cities of the world by each of their names, as `nameKey` writes it. */
  readonly citiesAnywhere: Named;
  /** Regions of China by what people call them. */
  readonly regionsNamed: ReadonlyMap<string, Region>;
  /** The city of a region that is nothing but a city. */
  readonly alone: ReadonlyMap<string, Place>;
}

/** Changes when addresses are to be placed anew, because places or the reading of addresses have changed. */
export const gazetteerEdition = '2026-11';

type Named = ReadonlyMap<string, readonly Place[]>;

let read: Gazetteer | undefined;

/** The cities of the world and the districts of China. Read when it is first needed. */
export function gazetteer(): Gazetteer {
  read ??= readGazetteer();
  return read;
}

function readGazetteer(): Gazetteer {
  const regions: Region[] = [];
  const places: Place[] = [];
  const [chineseCities, districts, citiesAnywhere] = [new Names(), new Names(), new Names()];
  for (const line of readFileSync(new URL('./gazetteer.tsv', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (cells[0] === 'r') regions.push(regionIn(cells));
    else {
      const [place, names] = placeIn(cells);
      places.push(place);
      if (place.level === 'district') districts.add([place.chinese], place);
      else {
        if (place.region.startsWith('CN-')) chineseCities.add(writings(place.chinese), place);
        citiesAnywhere.add(names.map(nameKey), place);
      }
    }
  }
  return {
    ...{ places, chineseCities, districts, citiesAnywhere },
    regions: new Map(regions.map((region) => [region.code, region])),
    regionsNamed: new Map(
      regions.flatMap((region) => writings(region.chinese).map((name) => [name, region])),
    ),
    cities: new Map(places.filter(({ level }) => level === 'city').map((place) => [place.id, place])),
    alone: new Map(
      regions.flatMap(({ code, chinese }) => chineseCities.get(chinese)?.map((city) => [code, city]) ?? []),
    ),
  };
}

/** Places by their names, the largest first. */
class Names extends Map<string, Place[]> {
  add(names: readonly string[], place: Place): void {
    for (const name of new Set(names)) {
      if (name.length < 2) continue;
      const known = this.get(name);
      if (known === undefined) this.set(name, [place]);
      else known.splice(known.findLastIndex(({ people }) => people >= place.people) + 1, 0, place);
    }
  }
}

function regionIn([, code = '', chinese = '', name = '']: readonly string[]): Region {
  return { code, chinese, name };
}

function placeIn(cells: readonly string[]): readonly [Place, readonly string[]] {
  const [kind = '', region = '', city = '', id = '', chinese = '', others = '', latitude, longitude, people] =
    cells;
  const names = [...chinese.split('|'), ...others.split('|')].filter((name) => name !== '');
  const place: Place = {
    ...{ id, region, level: kind === 'd' ? 'district' : 'city', city: city || id },
    ...{ chinese: chinese.split('|')[0] ?? '', name: others.split('|')[0] ?? '' },
    ...{ latitude: Number(latitude), longitude: Number(longitude), people: Number(people) },
  };
  return [place, names];
}

const kinds = /(特别行政区|自治州|自治县|自治旗|自治区|地区|林区|新区|矿区|省|盟|市|区|县|旗)$/;
const peoples =
  /(壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|土家族|布依族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜|傣族|白族|景颇族|傈僳族|哈尼族|满族|瑶族|黎族|畲族|各族)+$/;

/** A Chinese name in full, without its kind, and without the peoples that it names: 凉山彝族自治州, 凉山彝族, 凉山. */
function writings(name: string): readonly string[] {
  const stem = name.replace(kinds, '');
  return [...new Set([name, stem, stem.replace(peoples, '')])].filter((one) => one.length > 1);
}

/** A name as it is looked up: Latin letters without marks and cases. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, '');
}

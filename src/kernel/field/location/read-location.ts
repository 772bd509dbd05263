interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const number = String.raw`(-?\d+(?:\.\d+)?)\s*°?\s*`;
const northFirst = new RegExp(String.raw`^${number}([NS]?)\s*[,;\s]\s*${number}([EW]?)$`, 'i');
const eastFirst = new RegExp(String.raw`^${number}([EW])\s*[,;\s]\s*${number}([NS])$`, 'i');

/**
 * Reads a point as people write it: `31.2304, 121.4737`, `31.2304°N 121.4737°E`, `北纬31.2304，东经121.4737`, full-width signs
 * included. The latitude comes first unless letters say otherwise. Undefined for anything else.
 */
export function readLocation(text: string): Point | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(
      /(北纬|南纬|东经|西经)\s*([\d.]+\s*°?)/g,
      (_, word: string, degrees: string) => degrees + letters[word],
    )
    .replaceAll('、', ',');
  const [, latitude, north = '', longitude, east = ''] = northFirst.exec(plain) ?? swapped(plain);
  if (latitude === undefined || longitude === undefined) return undefined;
  return {
    latitude: Number(latitude) * (/s/i.test(north) ? -1 : 1),
    longitude: Number(longitude) * (/w/i.test(east) ? -1 : 1),
  };
}

const letters: Readonly<Record<string, string>> = { 北纬: 'N', 南纬: 'S', 东经: 'E', 西经: 'W' };

function swapped(plain: string): readonly (string | undefined)[] {
  const [, longitude, east, latitude, north] = eastFirst.exec(plain) ?? [];
  return [undefined, latitude, north, longitude, east];
}

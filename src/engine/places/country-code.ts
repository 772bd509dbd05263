import { gazetteer, nameKey } from './gazetteer.ts';

let codes: ReadonlyMap<string, string> | undefined;

/** What people write for a country beside its name. */
const others: Readonly<Record<string, string>> = {
  ...{ uk: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', greatbritain: 'GB', usa: 'US', us: 'US' },
  ...{ unitedstatesofamerica: 'US', prc: 'CN', prchina: 'CN', chn: 'CN', holland: 'NL', korea: 'KR' },
  ...{
    中华人民共和国: 'CN',
    中国大陆: 'CN',
    韩国: 'KR',
    香港: 'HK',
    澳门: 'MO',
    hongkong: 'HK',
    macau: 'MO',
  },
  ...{ 中国香港: 'HK', 中国澳门: 'MO', 中国台湾: 'TW', 台湾省: 'TW', uae: 'AE', czechrepublic: 'CZ' },
};

/** The ISO 3166 code of a country that is written as its code or by its name in Chinese or English. */
export function countryCode(written: string): string | undefined {
  codes ??= namesOfCountries();
  const plain = written.trim();
  return codes.get(nameKey(plain)) ?? (/^[A-Z]{2}$/.test(plain) ? plain : undefined);
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const all = new Set([...gazetteer().cities.values()].map(({ region }) => region.slice(0, 2)));
  const named = ['en', 'zh-CN'].flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    return [...all].flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[nameKey(name), code] as const];
    });
  });
  return new Map([...named, ...Object.entries(others)]);
}

import type { Random } from '../random.ts';
import { brands, foreignNames, foreignSuffixes, suffixes, trades } from '../words/companies.ts';
import { cities, foreignPlaces, streets } from '../words/places.ts';

export interface Company {
  /** As people say it. */
  readonly short: string;
  readonly english: boolean;
  readonly domain: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A company that nobody has been given before: `number` is how many there were. */
export function company(random: Random, number: number): Company {
  return number % 5 === 4 ? foreignCompany(random, Math.floor(number / 5)) : chineseCompany(random, number);
}

function chineseCompany(random: Random, number: number): Company {
  const place = random.pick(cities);
  const brand = brands[(number * 7) % brands.length] as string;
  const [trade, industry] = trades[
    (number * 3 + Math.floor(number / brands.length)) % trades.length
  ] as (typeof trades)[number];
  const short = `${place.city}${brand}`;
  const employees = Math.round(20 * 1.02 ** random.whole(0, 260));
  return {
    short,
    english: false,
    domain: `hy${number}.example.cn`,
    values: {
      name: `${short}${trade}${random.pick(suffixes)}`,
      industry,
      phone: `${place.code}-${random.whole(2, 8)}${random.digits(7)}`,
      website: `https://www.hy${number}.example.cn`,
      address: {
        street: `${random.pick(streets)}${random.whole(1, 999)}号`,
        city: `${place.city}市`,
        region: place.region,
        postalCode: place.postalCode,
        country: '中国',
      },
      employees,
      annualRevenue: String(employees * random.whole(30, 90) * 10_000),
      yearEstablished: random.whole(1985, 2021),
      registrationNumber: `91${random.digits(6)}${random.pick(['MA', 'MB', 'F1', '58'])}${random.digits(8)}`,
    },
  };
}

function foreignCompany(random: Random, number: number): Company {
  const [city, country, code] = random.pick(foreignPlaces);
  const name = foreignNames[number % foreignNames.length] as string;
  const branch = number < foreignNames.length ? '' : ` ${city}`;
  const domain = `${name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')}${number}.example.com`;
  const employees = Math.round(40 * 1.02 ** random.whole(0, 220));
  return {
    short: `${name}${branch}`,
    english: true,
    domain,
    values: {
      name: `${name}${branch} ${foreignSuffixes[country] ?? 'Ltd'}`,
      industry: random.pick(['manufacturing', 'energy', 'logistics', 'medical', 'technology']),
      phone: `${code} ${random.digits(7)}`,
      website: `https://${domain}`,
      address: {
        street: `${random.whole(1, 240)} ${random.pick(['Harbour Road', 'Station Street', 'Mill Lane', 'Park Avenue'])}`,
        city,
        country,
      },
      employees,
      annualRevenue: String(employees * random.whole(60, 180) * 10_000),
      yearEstablished: random.whole(1948, 2018),
    },
  };
}

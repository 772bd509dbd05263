import fc from 'fast-check';

export type Row = Readonly<Record<string, unknown>>;

/** Texts that computers like to compare differently: cases, marks apart and together, planes of Unicode. */
export const texts = [
  ...['青铜鼎', '青铜', '鼎', '清代瓷瓶', 'Zoë', 'zoe', 'ZOË', 'Zoe\u0308', 'straße', 'STRASSE', 'ẞ'],
  ...['İstanbul', 'istanbul', 'ISTANBUL', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς', 'Ελλάς', 'ﬁne', 'fine', '𠮷野家', '吉野家'],
  ...[
    '👩‍👩‍👧',
    '👩',
    '🏺',
    '\uFF21\uFF22',
    'AB',
    'ab',
    'a b',
    '%',
    '_',
    '50%',
    "O'Brien",
    '"',
    '\\',
    '𐐀',
    '𐐨',
  ],
  ...[
    'Ǆ',
    'ǆ',
    'ᾼ',
    'é',
    'e\u0301',
    'É',
    '한국',
    '가',
    'ㄱ',
    'ﷺ',
    '\u200bx',
    '0',
    '10',
    '9',
    '-1',
    'null',
    'true',
  ],
];

/** Days and instants where time zones set their clocks, a year ends, or a month is short. */
export const days = [
  ...['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2024-02-29', '2026-02-28', '2026-12-31'],
  ...['2027-01-01', '2026-01-01', '2018-11-04', '2011-12-30', '0001-01-02', '9999-12-30', '1986-05-04'],
];
export const instants = [
  ...['2026-03-08T09:59:59.999Z', '2026-03-08T10:00:00Z', '2026-03-08T07:00:00Z', '2026-10-25T00:30:00Z'],
  ...['2026-10-25T01:30:00Z', '2026-03-28T16:00:00Z', '2026-03-07T16:00:00Z', '2018-11-04T03:00:00Z'],
  ...[
    '2026-12-31T16:00:00Z',
    '2026-12-31T15:59:59.999Z',
    '1969-12-31T23:59:59.001Z',
    '2026-03-09T04:00:00.1Z',
  ],
];
export const numbers = [
  ...[
    '0',
    '1',
    '-1',
    '0.5',
    '-0.5',
    '2.5',
    '3',
    '7',
    '10',
    '1000',
    '1000.01',
    '0.01',
    '-0.01',
    '99.99',
    '1e0',
  ],
].filter((number) => !number.includes('e'));

/** Points at the edges of windows, on both sides of the date line; the engine knows where some of them are. */
export const spots = [
  ...[
    { latitude: 31.2304, longitude: 121.4737 },
    { latitude: -17.7134, longitude: 178.065 },
  ],
  ...[
    { latitude: 0, longitude: -180 },
    { latitude: 90, longitude: 180 },
    { latitude: 51.5, longitude: -0.12 },
  ],
];

const text = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: fc.constantFrom(...texts), maxLength: 3 }),
);
const decimal = (scale: number, most: number) =>
  fc.integer({ min: -most, max: most }).map((units) => (units / 10 ** scale).toFixed(scale));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });
const from = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

function row(cabinets: readonly string[]): fc.Arbitrary<Row> {
  return fc.record({
    name: text.map((name) => name.trim() || '无名'),
    description: maybe(text),
    pieces: maybe(fc.oneof(fc.integer({ min: -12, max: 12 }), fc.maxSafeInteger())),
    weight: maybe(fc.oneof(from(numbers), decimal(4, 9_000_000))),
    price: maybe(
      fc.record({
        amount: fc.oneof(from(numbers), decimal(2, 99_999_999)),
        currency: from(['CNY', 'USD', 'JPY']),
      }),
    ),
    insured: maybe(fc.record({ amount: from(numbers), currency: from(['CNY', 'USD']) })),
    share: maybe(fc.oneof(from(numbers), decimal(2, 10_000))),
    genuine: maybe(fc.boolean()),
    found: maybe(from(days)),
    catalogued: maybe(from(instants)),
    age: maybe(fc.nat(100_000)),
    state: maybe(from(['field', 'cleaned', 'shown', 'lost'])),
    materials: maybe(fc.subarray(['jade', 'bronze', 'silk', 'paper'])),
    correspondence: maybe(from(['Zhang.Wei@hengyue.example', 'wei@hengyue.example'])),
    telephone: maybe(from(['+86 138-0013-8000', '021-6888'])),
    page: maybe(from(['https://hengyue.example/', 'https://hengyue.example/A?b=%20'])),
    spot: maybe(from(spots)),
    origin: maybe(from([{ city: '上海' }, { country: 'CN' }])),
    notes: maybe(from([{ a: 1 }, [], false, 0, ''])),
    cabinet: maybe(from(cabinets)),
    kin: maybe(fc.subarray([...cabinets])),
    about: maybe(from(cabinets).map((id) => ({ object: 'cabinet', id }))),
    finder: maybe(from(cabinets)),
  });
}

export const specimens = {
  cabinets: [
    { name: 'Æther', opened: '2026-03-08', height: '1.250' },
    { name: '东厅', opened: null, height: '0.001' },
    { name: '西厅', opened: '2024-02-29', height: null },
    { name: 'zoë', opened: '9999-12-30', height: '-3.000' },
  ],
  rows: (cabinets: readonly string[]) =>
    fc.sample(row(cabinets), { numRuns: 60, seed: 7 }).map((one, index) => ({
      ...one,
      label: index % 4 === 0 ? null : `${texts[index % texts.length]} ${index}`,
    })),
};

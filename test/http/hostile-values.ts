import fc from 'fast-check';

/** Values that nobody in his right mind sends, of every kind that JSON can carry. */
const known: readonly unknown[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202e', '𠮷', '\uffff', 'a'.repeat(300)],
  ...[
    "'; drop table ws_main.event; --",
    '" or ""="',
    '$1',
    '\\',
    '%_',
    '<script>alert(1)</script>',
    '{{7*7}}',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', 'NaN', '1e999', '-0', '９９', '1,000', '0x10', '=1+1'],
  ...[
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '2026-13-45T99:99:99Z',
    '$actor',
    '$now',
    '$team',
  ],
  ...[0, -0, -1, 1.5, 1e21, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, 5e-324, true, false, null],
  ...[[], {}, [[]], [null], { id: null }, { id: 'x' }, { amount: {} }, { amount: '1', currency: 'QQQ' }],
  ...[{ object: 'user', id: 1 }, { object: '__proto__', id: 'x' }, { latitude: 91, longitude: 0 }, [{}]],
  ...[{ latitude: null }, { street: ['x'] }, { toString: 1 }, '01900000-0000-7000-8000-000000000000'],
  ...[['01900000-0000-7000-8000-000000000000'], [{ id: '01900000-0000-7000-8000-000000000000', size: -1 }]],
  nested(60),
];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...known.filter((value) => typeof value === 'string')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
);

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: [nested(depth - 1)] };
}

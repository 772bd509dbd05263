import type { Field, FieldTypeName } from '#kernel/field/field.ts';
import type { NotedField } from './live-schema.ts';

/** How values of one field type become values of another that say the same. */
export interface Conversion {
  readonly from: readonly FieldTypeName[];
  readonly to: readonly FieldTypeName[];
  /** SQL of the new value, given the column; the value itself unless told. */
  readonly value?: (column: string) => string;
  /** SQL that holds for the values of which nothing is lost; all of them unless told. */
  readonly keeps?: (column: string, to: Field) => string;
  /** SQL of what a further column of the new type holds, by the end of its name. */
  readonly further?: (column: string, from: NotedField) => Readonly<Record<string, string>>;
}

const worded = ['text', 'longText', 'email', 'phone', 'url', 'choice', 'autoNumber'] as const;

const paragraph = (column: string) =>
  `'<p>' || replace(replace(replace(replace(${column}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\\n', '<br>') || '</p>'`;

/** Everything else would lose something, or say something else. */
const conversions: readonly Conversion[] = [
  { from: worded, to: ['text', 'longText', 'choice', 'autoNumber'] },
  { from: ['text', 'longText'], to: ['richText'], value: paragraph },
  {
    from: ['integer', 'duration', 'decimal', 'boolean'],
    to: ['text', 'longText'],
    value: (c) => `${c}::text`,
  },
  { from: ['date'], to: ['text', 'longText'], value: (c) => `to_char(${c}, 'YYYY-MM-DD')` },
  {
    from: ['dateTime'],
    to: ['text', 'longText'],
    value: (c) => `to_char(${c} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  },
  { from: ['duration'], to: ['integer'] },
  { from: ['integer'], to: ['decimal'], keeps: (c) => `abs(${c}::numeric) < 1e18` },
  { from: ['decimal'], to: ['integer'], keeps: (c) => `trunc(${c}) = ${c}` },
  { from: ['choice'], to: ['multiChoice'], value: (c) => `case when ${c} is not null then array[${c}] end` },
  { from: ['multiChoice'], to: ['choice'], value: (c) => `${c}[1]`, keeps: (c) => `cardinality(${c}) < 2` },
  { from: ['address', 'location', 'file'], to: ['json'] },
  { from: ['user', 'reference'], to: ['user', 'reference'] },
  {
    from: ['user', 'reference'],
    to: ['regarding'],
    further: (c, { target }) => ({ Object: `case when ${c} is not null then '${target}' end` }),
  },
  {
    from: ['regarding'],
    to: ['reference'],
    keeps: (c, { target }) => `${c.replace(/"$/, 'Object"')} = '${target}'`,
  },
];

/** Undefined when nothing is known to keep what the values say. A type becomes itself. */
export function conversionOf(from: NotedField, to: Field): Conversion | undefined {
  if (from.type === to.type) return { from: [from.type], to: [to.type] };
  return conversions.find((each) => each.from.includes(from.type) && each.to.includes(to.type));
}

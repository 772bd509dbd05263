import type { FieldMeta } from '#kernel/meta.ts';
import { asMoney } from '#kernel/writing/sum-of-money.ts';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { allowedChoices } from '#web/fields/choice/allowed.ts';
import { parseDate } from '#web/fields/date/parse.ts';
import { parseDateTime } from '#web/fields/date-time/parse.ts';
import { parseDecimal } from '#web/fields/decimal/parse.ts';
import { parseDuration } from '#web/fields/duration/parse.ts';

/** What a text is read with: the reader's clock and words, and what stands in the cell. */
export interface Reading {
  readonly timeZone: string;
  readonly currency: string;
  readonly yes: string;
  readonly no: string;
  readonly current: unknown;
  nameField(field: FieldMeta): string;
}

const texts = new Set(['text', 'longText', 'email', 'phone', 'url']);

/** Reads a text as its field's editor would; undefined when it cannot be read. References are looked up elsewhere. */
export function readCell(field: FieldMeta, text: string, reading: Reading): unknown {
  const typed = text.trim();
  if (typed === '') return null;
  if (texts.has(field.type)) return typed;
  return readers[field.type]?.(field, typed, reading) ?? undefined;
}

type Reader = (field: FieldMeta, text: string, reading: Reading) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  integer: (_field, text) => {
    const number = Number(parseDecimal(text) ?? Number.NaN);
    return Number.isSafeInteger(number) ? number : undefined;
  },
  decimal: (_field, text) => parseDecimal(text),
  percent: (_field, text) => parseDecimal(text),
  money: (_field, text, { current, currency }) => {
    const [, code, figure = ''] = /^([A-Z]{3}(?=[\s\d]))?(.*)$/.exec(text) ?? [];
    const amount = parseDecimal(figure);
    return amount === null
      ? undefined
      : { amount, currency: code ?? asMoney(current, currency)?.currency ?? currency };
  },
  date: (_field, text, { timeZone }) => parseDate(text, todayIn(timeZone)),
  dateTime: (_field, text, { timeZone }) => parseDateTime(text, timeZone),
  duration: (_field, text) => parseDuration(text),
  boolean: (_field, text, { yes, no }) => {
    const word = text.toLowerCase();
    if ([yes.toLowerCase(), 'true', '1'].includes(word)) return true;
    return [no.toLowerCase(), 'false', '0'].includes(word) ? false : undefined;
  },
  choice: (field, text, { current }) => named(allowedChoices(field, current), text),
  multiChoice: (field, text) => {
    const values = text.split(/\s*[,，;；、]\s*/).map((each) => named(field.choices ?? [], each));
    return values.includes(undefined) ? undefined : values;
  },
};

function named(choices: NonNullable<FieldMeta['choices']>, text: string): string | undefined {
  const same = (one: string) => one.toLowerCase() === text.toLowerCase();
  return choices.find(({ label, value }) => same(label) || same(value))?.value;
}

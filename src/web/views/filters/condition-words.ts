import type { TFunction } from 'i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { FieldMeta, Meta } from '#kernel/meta.ts';
import type { Formatting } from '#kernel/writing/formatting.ts';
import { valueText } from '#kernel/writing/value-text.ts';
import { periodText } from './period-text.ts';
import { type FieldTest, testFor } from './tests-of-field.ts';
import type { Condition, ConditionGroup, FieldCondition, RelatedCondition } from './where.ts';

/** What sentences about conditions are made of. */
export interface Speech {
  readonly t: TFunction;
  readonly meta: Meta;
  readonly formatting: Formatting;
  /** The name of a record that a condition names. */
  nameOf(object: string, id: string): string;
  /** The name of a country, a province or a city. */
  placeOf(code: string): string;
}

/** A condition on an object's records as a sentence, such as “Industry is Retail or Energy and has no calls”. */
export function conditionWords(speech: Speech, object: string, condition: Condition): string {
  switch (condition.kind) {
    case 'field':
      return fieldWords(speech, object, condition);
    case 'related':
      return relatedWords(speech, object, condition);
    case 'group':
      return groupWords(speech, object, condition);
  }
}

function groupWords(speech: Speech, object: string, { any, not, parts }: ConditionGroup): string {
  const { t } = speech;
  const words = parts.map((part) => {
    const inner = conditionWords(speech, object, part);
    const mixed = part.kind === 'group' && !part.not && part.parts.length > 1 && parts.length > 1;
    return mixed ? t('filter.group', { inner }) : inner;
  });
  const inner = words.join(t(any ? 'filter.or' : 'filter.and'));
  return not ? t('filter.not', { inner }) : inner;
}

function fieldWords(speech: Speech, object: string, condition: FieldCondition): string {
  const { t, meta } = speech;
  const subject = conditionField(meta, object, condition.path);
  if (!subject) return t('filter.gone', { name: condition.path });
  if (subject.field.type === 'location' && condition.operator === 'within') {
    const sentence = `${subject.label} ${t('filter.liesWithin')}`;
    return condition.not ? t('filter.not', { inner: sentence }) : sentence;
  }
  const test = testFor(subject.field, condition);
  const positive = test ?? testFor(subject.field, { ...condition, not: false });
  if (!positive) return `${subject.label} ${t('filter.custom')}`;
  const value = operandWords(speech, subject.field, positive, condition.value);
  const word = t(`filter.${positive.word}`);
  const sentence = t('filter.sentence', { subject: subject.label, test: word, value }).trim();
  return test ? sentence : t('filter.not', { inner: sentence });
}

function operandWords(
  { t, formatting, nameOf, placeOf }: Speech,
  field: FieldMeta,
  { input }: FieldTest,
  value: unknown,
): string {
  if (input === undefined) return '';
  if (input === 'period') return periodText(String(value), t);
  const target = field.targets?.[0] ?? 'user';
  const written = [value].flat().map((each) => {
    if (input === 'places') return placeOf(String(each));
    return input === 'records' ? nameOf(target, String(each)) : valueText(field, each, formatting);
  });
  return written.join(input === 'range' ? ' – ' : t('filter.or'));
}

function relatedWords(speech: Speech, object: string, condition: RelatedCondition): string {
  const { t, meta } = speech;
  const { object: name, by, none, atLeast } = condition;
  const known = meta.objects.find((each) => each.name === object)?.related;
  const plural = known?.find((each) => each.object === name && each.field === by)?.label;
  if (plural === undefined) return t('filter.gone', { name });
  const word = none ? (atLeast > 1 ? 'hasFewer' : 'hasNone') : atLeast > 1 ? 'hasAtLeast' : 'has';
  const what = t(`filter.${word}`, { plural, atLeast });
  const inner = groupWords(speech, name, condition.where);
  return inner === '' ? what : t('filter.where', { what, inner });
}

import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { FieldMeta, Meta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { recordNameQuery } from '#web/fields/reference/use-record-name.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { conditionWords, type Speech } from './condition-words.ts';
import { placeNameQuery } from './place-name.ts';
import { type FieldTest, testFor } from './tests-of-field.ts';
import type { Condition } from './where.ts';

/** Says conditions on an object's records in words; names of records that they name come as they arrive. */
export function useConditionWords(
  object: string,
  conditions: readonly Condition[],
): (condition: Condition) => string {
  const { t } = useTranslation();
  const meta = useMeta();
  const formatting = useFormatting();
  const named = conditions.flatMap((condition) => namedIn(meta, object, condition));
  const names = useQueries({
    queries: named.map(({ object: of, id }) => {
      const nameField = meta.objects.find(({ name }) => name === of)?.nameField;
      return { ...recordNameQuery(of, nameField ?? 'name', id), enabled: nameField !== undefined };
    }),
  });
  const places = [...new Set(conditions.flatMap((condition) => placesIn(meta, object, condition)))];
  const placeNames = useQueries({ queries: places.map(placeNameQuery) });
  const speech: Speech = {
    t,
    meta,
    formatting,
    nameOf: (of, id) => {
      const place = named.findIndex((each) => each.object === of && each.id === id);
      return names[place]?.data ?? (id === meta.user.id ? meta.user.name : '…');
    },
    placeOf: (code) => placeNames[places.indexOf(code)]?.data ?? '…',
  };
  return (condition) => conditionWords(speech, object, condition);
}

interface Named {
  readonly object: string;
  readonly id: string;
}

/** The records that a condition names. */
function namedIn(meta: Meta, object: string, condition: Condition): readonly Named[] {
  return operandsOf(meta, object, condition, 'records').map(({ field, value }) => ({
    object: field.targets?.[0] ?? 'user',
    id: value,
  }));
}

/** The codes of the places that a condition names. */
function placesIn(meta: Meta, object: string, condition: Condition): readonly string[] {
  return operandsOf(meta, object, condition, 'places').map(({ value }) => value);
}

/** What fields are compared with by tests of an input, anywhere in a condition. */
function operandsOf(
  meta: Meta,
  object: string,
  condition: Condition,
  input: FieldTest['input'],
): readonly { readonly field: FieldMeta; readonly value: string }[] {
  if (condition.kind === 'group')
    return condition.parts.flatMap((part) => operandsOf(meta, object, part, input));
  if (condition.kind === 'related') return operandsOf(meta, condition.object, condition.where, input);
  const field = conditionField(meta, object, condition.path)?.field;
  if (!field || testFor(field, { ...condition, not: false })?.input !== input) return [];
  return [condition.value].flat().map((value) => ({ field, value: String(value) }));
}

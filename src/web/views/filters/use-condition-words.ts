import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conditionField } from '#kernel/condition-field.ts';
import type { Meta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { recordNameQuery } from '#web/fields/reference/use-record-name.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { conditionWords, type Speech } from './condition-words.ts';
import { testFor } from './tests-of-field.ts';
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
  const speech: Speech = {
    t,
    meta,
    formatting,
    nameOf: (of, id) => {
      const place = named.findIndex((each) => each.object === of && each.id === id);
      return names[place]?.data ?? (id === meta.user.id ? meta.user.name : '…');
    },
  };
  return (condition) => conditionWords(speech, object, condition);
}

interface Named {
  readonly object: string;
  readonly id: string;
}

/** The records that a condition names. */
function namedIn(meta: Meta, object: string, condition: Condition): readonly Named[] {
  if (condition.kind === 'group') return condition.parts.flatMap((part) => namedIn(meta, object, part));
  if (condition.kind === 'related') return namedIn(meta, condition.object, condition.where);
  const field = conditionField(meta, object, condition.path)?.field;
  if (!field || testFor(field, { ...condition, not: false })?.input !== 'records') return [];
  return [condition.value].flat().map((id) => ({ object: field.targets?.[0] ?? 'user', id: String(id) }));
}

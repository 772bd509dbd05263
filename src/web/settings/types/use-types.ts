import { useQuery } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { TypedValues } from '#kernel/run-time/record-type.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';

/** A type of record as it is stored. */
export interface StoredType extends RecordJson {
  readonly name: string;
  readonly label: string;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
  readonly color: string | null;
  readonly standard: boolean;
  readonly roles: readonly string[] | null;
  readonly values: Readonly<Record<string, TypedValues>> | null;
  readonly position: number | null;
}

/** The object whose records are types of record. */
export function useTypeObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'recordType');
}

/** The types of an object in their order; those put away when `bin` is told. */
export function useStoredTypes(kind: string, object: string, bin: boolean): readonly StoredType[] {
  const query = { where: JSON.stringify({ object }), sort: 'position,createdAt', limit: 200, bin };
  const { data } = useQuery({
    queryKey: [...keys.lists(kind), 'types', object, bin],
    queryFn: ({ signal }) =>
      api.get<{ records: readonly StoredType[] }>(`records/${kind}`, { query, signal }),
  });
  return data?.records ?? [];
}

/** What a type is called in a language, or in the other one when it has no name in this. */
export function typeLabel({ labelZh, labelEn, label }: StoredType, locale: string): string {
  return (locale === 'zh-CN' ? (labelZh ?? labelEn) : (labelEn ?? labelZh)) ?? label;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem } from '#web/kit/toast.tsx';

export const operations = ['read', 'create', 'update', 'delete', 'import', 'publish'] as const;
export type RightOperation = (typeof operations)[number];

export interface ObjectRights {
  readonly name: string;
  readonly label: string;
  readonly owned: boolean;
  readonly readOnly: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly limits: readonly string[];
  }[];
  readonly grants: Readonly<
    Record<string, Readonly<Record<RightOperation, string | boolean>> & { readonly fields: FieldLimits }>
  >;
}

export type FieldLimits = Readonly<Record<string, string>>;

interface Rights {
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  readonly objects: readonly ObjectRights[];
}

/** What the product declares for each role. */
export function useDeclaredRights() {
  return useQuery({
    queryKey: ['rights'],
    queryFn: ({ signal }) => api.get<Rights>('rights', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The object whose records are what the company has changed. */
export function useGrantObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'grant');
}

/** What the company has changed for a role, by object. */
export function useChanges(object: ObjectMeta, role: string): ReadonlyMap<string, RecordJson> {
  const { data } = useRecords(object.name, { where: { role }, limit: 1000 });
  const records = data?.pages.flatMap((page) => page.records) ?? [];
  return new Map(records.map((record) => [String(record.object), record]));
}

/** Writes a change, or takes it back whole. */
export function useChangeRight(grant: ObjectMeta, role: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ object, record, values }: ChangeInput): Promise<unknown> => {
      if (values === undefined)
        return record ? api.delete(`records/${grant.name}/${record.id}`) : Promise.resolve();
      return record
        ? api.patch(`records/${grant.name}/${record.id}`, values)
        : api.post(`records/${grant.name}`, { role, object, ...values });
    },
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['records', grant.name] }),
  });
}

export interface ChangeInput {
  readonly object: string;
  /** The change that there is. */
  readonly record?: RecordJson | undefined;
  /** Absent to go back to what is declared. */
  readonly values?: Readonly<Record<string, unknown>>;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Likeness, LikenessKind } from '#kernel/likeness.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

/** What the company says of one sign, as its record has it. */
export interface OwnSign {
  readonly id: string;
  readonly version: number;
  readonly field: string;
  readonly kind: LikenessKind;
  /** Of a hundred; nothing at all when it is 0. */
  readonly weight: number;
}

/** A sign by which records are taken for one: how it comes with the product, and what the company says of it. */
export interface Sign extends Pick<OwnSign, 'field' | 'kind' | 'weight'> {
  readonly declared: boolean;
  readonly own?: OwnSign;
}

/** The signs of an object's duplicates, the most telling first. */
export function useSigns(rules: string, object: string): readonly Sign[] {
  const { data: declared = [] } = useQuery({
    queryKey: ['fields', 'likenesses', object],
    queryFn: ({ signal }) =>
      api.get<{ likenesses: readonly Likeness[] }>('fields/likenesses', { query: { object }, signal }),
    select: ({ likenesses }) => likenesses,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const query = { where: JSON.stringify({ object }), limit: 200 };
  const { data: own = [] } = useQuery({
    queryKey: [...keys.lists(rules), { object }],
    queryFn: ({ signal }) => api.get<{ records: readonly OwnSign[] }>(`records/${rules}`, { query, signal }),
    select: ({ records }) => records,
  });
  const same = (one: Pick<Sign, 'field' | 'kind'>) => (other: Pick<Sign, 'field' | 'kind'>) =>
    one.field === other.field && one.kind === other.kind;
  const told = declared.map(({ field, kind, weight }): Sign => {
    const said = own.find(same({ field, kind }));
    return {
      ...{ field, kind, declared: true, weight: said?.weight ?? Math.round(weight * 100) },
      ...(said && { own: said }),
    };
  });
  const added = own
    .filter((one) => !declared.some(same(one)))
    .map(
      (one): Sign => ({ field: one.field, kind: one.kind, weight: one.weight, declared: false, own: one }),
    );
  return [...told, ...added].toSorted((one, other) => other.weight - one.weight);
}

/** Says how far a sign convinces, or takes that back. */
export function useSaySign(rules: string, object: string) {
  const client = useQueryClient();
  return useMutation<unknown, Error, { own: OwnSign | undefined; values?: Omit<OwnSign, 'id' | 'version'> }>({
    mutationFn: ({ own, values }) => {
      if (values === undefined) return api.delete(`records/${rules}/${own?.id}`);
      if (own === undefined) return api.post(`records/${rules}`, { object, ...values });
      return api.patch(`records/${rules}/${own.id}`, { weight: values.weight, version: own.version });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.lists(rules) }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FieldEffect } from '#kernel/field-rule.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

/** A rule of the company, as its record says. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly object: string;
  readonly name: string;
  readonly condition: string | null;
  readonly together: readonly string[] | null;
  readonly among: string | null;
  readonly effect: FieldEffect | null;
  readonly affects: readonly string[] | null;
  /** Choices, or those that go with each choice of the field that the condition names. */
  readonly offers: readonly string[] | Readonly<Record<string, readonly string[]>> | null;
  readonly messageZh: string | null;
  readonly messageEn: string | null;
  readonly field: string | null;
  readonly active: boolean;
}

export type RuleDraft = Partial<Omit<Rule, 'id' | 'version'>>;

/** The rules for an object's records. */
export function useRules(rules: string, object: string) {
  const query = { where: JSON.stringify({ object }), sort: 'name', limit: 200 };
  return useQuery({
    queryKey: [...keys.lists(rules), { object }],
    queryFn: ({ signal }) => api.get<{ records: readonly Rule[] }>(`records/${rules}`, { query, signal }),
    select: ({ records }) => records,
  });
}

/** Makes a rule, or changes the one that has the id. */
export function useSaveRule(rules: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, values }: { rule: Rule | undefined; values: RuleDraft }) =>
      rule === undefined
        ? api.post<Rule>(`records/${rules}`, values)
        : api.patch<Rule>(`records/${rules}/${rule.id}`, { ...values, version: rule.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.lists(rules) }),
  });
}

/** Takes a rule away, or brings it back. */
export function useRuleFate(rules: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, back }: { id: string; back: boolean }) =>
      back ? api.post(`records/${rules}/${id}/restore`) : api.delete(`records/${rules}/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.lists(rules) }),
  });
}

import { useQuery } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import { targetObject } from '#web/fields/reference/target.ts';

export const signInsKey = ['signIns'] as const;

interface SignIns {
  readonly signIns: readonly { readonly userId: string; readonly enabled: boolean }[];
  readonly invited: readonly { readonly userId: string }[];
  /** Whether the server can send mail. */
  readonly mail: boolean;
}

export type SignInState = 'enabled' | 'disabled' | 'invited' | 'none';

/** The object whose records are the people who work here: what the creator of any record points to. */
export function usePeopleObject(): ObjectMeta | undefined {
  const { objects } = useMeta();
  const person = objects.flatMap(({ fields }) => fields).find(({ type }) => type === 'user');
  return person && objects.find(({ name }) => name === targetObject(person));
}

/** Everybody who works here, and whether he may sign in. */
export function usePeople(object: ObjectMeta | undefined) {
  const people = useRecords(
    object?.name ?? '',
    { sort: object?.nameField ?? 'name', limit: 200, count: true },
    { enabled: object !== undefined },
  );
  const signIns = useQuery({
    queryKey: signInsKey,
    queryFn: ({ signal }) => api.get<SignIns>('people/sign-ins', { signal }),
  });
  const states = new Map<string, SignInState>([
    ...(signIns.data?.invited.map(({ userId }) => [userId, 'invited'] as const) ?? []),
    ...(signIns.data?.signIns.map(
      ({ userId, enabled }) => [userId, enabled ? 'enabled' : 'disabled'] as const,
    ) ?? []),
  ]);
  return {
    ...people,
    records: people.data?.pages.flatMap((page) => page.records) ?? [],
    known: signIns.isSuccess,
    mail: signIns.data?.mail ?? false,
    stateOf: (id: string): SignInState => states.get(id) ?? 'none',
  };
}

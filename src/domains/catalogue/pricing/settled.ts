import type { Complaint } from '#kernel/problem.ts';

interface Change {
  readonly before: { readonly status: string | null } | undefined;
  readonly changed: ReadonlySet<string>;
}

/** What a document says is fixed once it has gone out: these fields may change only while it is a draft. */
export function refuseSettled(names: readonly string[]) {
  return ({ before, changed }: Change): readonly Complaint[] =>
    before === undefined || before.status === 'draft'
      ? []
      : names.filter((name) => changed.has(name)).map((field) => ({ field, code: 'onlyWhileDraft' }));
}

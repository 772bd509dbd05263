/** What others did to one record since I had it before me, as the server gives it. */
export interface UnseenChangesJson {
  readonly object: string;
  readonly record: { readonly id: string; readonly name: string };
  readonly since: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  readonly fields: readonly string[];
  readonly activities: Readonly<Record<string, number>>;
}

/** Under which the client keeps what is new. */
export const looksKey = ['looks'] as const;

/** A key of mine as the server lists it. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

export const apiKeysKey = ['api-keys'] as const;

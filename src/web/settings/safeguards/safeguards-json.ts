import type { Limits } from '#kernel/taking-limits.ts';

/** The answer of `GET /api/safeguards`. */
export interface SafeguardsJson {
  readonly everyone: Limits;
  readonly roles: Readonly<Record<string, Limits>>;
  readonly leaving: Limits;
  readonly watermark: { readonly leaving: boolean; readonly roles: readonly string[] };
  readonly exportReason: boolean;
}

import { Refusal, type RefusalKind } from '#kernel/problem.ts';
import type { IdentityTextCode } from './identity-text.ts';

/** A refusal that is about no single field; `code` names its text. */
export function refuse(
  kind: RefusalKind,
  code: IdentityTextCode,
  parameters: Readonly<Record<string, string | number>> = {},
): Refusal {
  return new Refusal(kind, [], { code, ...parameters });
}

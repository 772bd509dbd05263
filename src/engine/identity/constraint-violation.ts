import { type Complaint, Refusal } from '#kernel/problem.ts';

/**
 * For `.catch`: turns PostgreSQL's complaint about a value that exists already, or points nowhere, into ours,
 * by the constraint's name. Anything else is thrown on.
 */
export function constraintViolation(
  complaints: Readonly<Record<string, Complaint>>,
): (error: unknown) => never {
  return (error) => {
    const { code, constraint = '' } = (error ?? {}) as { code?: string; constraint?: string };
    const complaint = code === '23505' || code === '23503' ? complaints[constraint] : undefined;
    throw complaint === undefined ? error : new Refusal('conflict', [complaint]);
  };
}

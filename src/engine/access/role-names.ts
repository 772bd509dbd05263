import { Unacceptable } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';

/** Reads names of roles that there are. */
export function roleNames({ modules }: Registry): (input: unknown) => readonly string[] {
  const known = new Set(modules.flatMap(({ roles }) => roles));
  return (input) => {
    if (!Array.isArray(input) || !input.every((role) => known.has(role))) throw new Unacceptable('notRoles');
    return [...new Set(input as string[])];
  };
}

import type { Purpose } from '#kernel/purpose.ts';
import type { Registry } from '#kernel/registry.ts';

const shaping: readonly Purpose[] = [
  'objectDefinition',
  'definition',
  'recordType',
  'layout',
  'rule',
  'likeness',
  'automation',
];

/** The names of the objects whose records make a company's registry what it is. */
export function shapingObjects({ purposes }: Registry): readonly string[] {
  return shaping.flatMap((purpose) => purposes.get(purpose)?.name ?? []);
}

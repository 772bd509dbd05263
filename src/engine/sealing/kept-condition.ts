import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { sealedMark } from '#kernel/sealed.ts';

/** A condition as it may be kept: which sealed fields it asked for, and not for which values. */
export function keptCondition(registry: Registry, object: ObjectModel, where: unknown): unknown {
  if (Array.isArray(where)) return where.map((each) => keptCondition(registry, object, each));
  if (typeof where !== 'object' || where === null) return where;
  return Object.fromEntries(
    Object.entries(where).map(([key, value]) => {
      if (['and', 'or', 'not'].includes(key)) return [key, keptCondition(registry, object, value)];
      const sealed = resolvePath(registry, object, key)?.field.sealed === true;
      return [key, sealed ? sealedMark : value];
    }),
  );
}

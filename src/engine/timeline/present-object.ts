import { formerNames } from '#kernel/former-names.ts';
import type { Registry } from '#kernel/registry.ts';
import { type Fragment, raw } from '../sql/fragment.ts';

/** SQL of what the object that a column of the log names is called today. */
export function presentObject(registry: Registry, column: string): Fragment {
  const renamed = [...registry.objects.keys()].flatMap((object) =>
    formerNames(registry)
      .namesOf(object)
      .filter((name) => name !== object)
      .map((name) => `when '${name}' then '${object}'`),
  );
  return raw(renamed.length === 0 ? column : `case ${column} ${renamed.join(' ')} else ${column} end`);
}

import type { Meta, RelatedMeta } from '#kernel/meta.ts';

/** Related lists that belong together: those of one module. */
export interface RelatedGroup {
  readonly module: string;
  readonly label: string;
  readonly lists: readonly RelatedMeta[];
}

/** The lists by module: the record's own first, the others in the order of the rail. */
export function relatedGroups(
  meta: Meta,
  own: string,
  lists: readonly RelatedMeta[],
): readonly RelatedGroup[] {
  const moduleOf = (name: string) => meta.objects.find((object) => object.name === name)?.module;
  const modules = [own, ...meta.navigation.map(({ module }) => module).filter((module) => module !== own)];
  return modules.flatMap((module) => {
    const inside = lists.filter(({ object }) => moduleOf(object) === module);
    const label = meta.navigation.find((group) => group.module === module)?.label ?? module;
    return inside.length === 0 ? [] : [{ module, label, lists: inside }];
  });
}

import type { Extension } from './extension.ts';
import type { Module, ObjectFolder } from './module.ts';
import type { ObjectName } from './object-name.ts';

/** The modules with every object as all of them together make it. */
export function withExtensions(modules: readonly Module[]): readonly Module[] {
  const extensions = modules.flatMap((module) => module.extensions ?? []);
  return modules.map((module) => ({
    ...module,
    objects: module.objects.map((folder) =>
      extensions.filter(({ object }) => object === folder.object.name).reduce(extended, folder),
    ),
  }));
}

function extended(folder: ObjectFolder, added: Extension): ObjectFolder {
  const { object, policy, views } = folder;
  return {
    ...folder,
    object: { ...object, fields: { ...object.fields, ...added.fields } },
    ...(added.grants && {
      policy: { object: object.name as ObjectName, grants: { ...policy?.grants, ...added.grants } },
    }),
    ...(added.sections &&
      views && {
        views: {
          ...views,
          page: { ...views.page, sections: { ...views.page?.sections, ...added.sections } as never },
        },
      }),
    actions: [...(folder.actions ?? []), ...(added.actions ?? [])],
    automations: [...(folder.automations ?? []), ...(added.automations ?? [])],
  };
}

/** What is wrong with what modules add to each other's objects. */
export function extensionFaults(modules: readonly Module[]): readonly string[] {
  const objects = new Map(
    modules.flatMap((module) => module.objects.map(({ object }) => [object.name, object] as const)),
  );
  return modules.flatMap((module) =>
    (module.extensions ?? []).flatMap(({ object, fields = {} }) => {
      const extendedObject = objects.get(object);
      if (extendedObject === undefined) return [`${module.name} extends ${object}, which is missing`];
      return Object.keys(fields)
        .filter((name) => name in extendedObject.fields)
        .map((name) => `${module.name} adds ${name} to ${object}, which has it already`);
    }),
  );
}

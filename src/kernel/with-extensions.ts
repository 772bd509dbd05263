import type { Extension } from './extension.ts';
import { guardsTogether } from './guards-together.ts';
import type { Module, ObjectFolder } from './module.ts';
import type { ObjectDeclaration } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { United } from './union.ts';

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
  const { object, policy, views, reports } = folder;
  const guard = guardsTogether([folder.guard, added.guard].filter((each) => each !== undefined));
  return {
    ...folder,
    ...(guard && { guard }),
    object: uniting({ ...object, fields: { ...object.fields, ...added.fields } }, added.unites ?? []),
    ...(added.grants && {
      policy: { object: object.name as ObjectName, grants: { ...policy?.grants, ...added.grants } },
    }),
    ...(views && {
      views: {
        ...views,
        page: {
          ...views.page,
          highlights: [...(views.page?.highlights ?? []), ...(added.highlights ?? [])] as never,
          sections: { ...views.page?.sections, ...added.sections } as never,
          related: [...(views.page?.related ?? []), ...(added.related ?? [])],
        },
      },
    }),
    ...(added.reports && {
      reports: { ...added.reports, reports: [...(reports?.reports ?? []), ...added.reports.reports] },
    }),
    actions: [...(folder.actions ?? []), ...(added.actions ?? [])],
    automations: [...(folder.automations ?? []), ...(added.automations ?? [])],
  };
}

/** The object made up of these others too; the field that names the record itself may name theirs. */
function uniting(object: ObjectDeclaration, added: readonly United[]): ObjectDeclaration {
  if (added.length === 0) return object;
  const fields = { ...object.fields };
  for (const { object: name, itself } of added) {
    const field = fields[itself ?? ''];
    if (itself !== undefined && field !== undefined)
      fields[itself] = { ...field, targets: [...(field.targets ?? []), name] };
  }
  return { ...object, fields, unites: [...(object.unites ?? []), ...added] };
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

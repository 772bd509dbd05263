import type { Action } from './action.ts';
import type { Automation } from './automation.ts';
import { compositionFaults } from './composition-faults.ts';
import type { DeclaredReport } from './declared-report.ts';
import type { Field, Total } from './field/field.ts';
import type { FieldRule } from './field-rule.ts';
import type { Guard } from './guard.ts';
import type { Likeness } from './likeness.ts';
import type { Module, ObjectFolder } from './module.ts';
import { bulkEnded, drawnTold, followedChanged, type NotificationKind, trial } from './notification.ts';
import type { ObjectDeclaration } from './object.ts';
import { moduleName, shortName } from './object-name.ts';
import type { Policy } from './policy.ts';
import type { PublicForm } from './public-form.ts';
import type { Purpose } from './purpose.ts';
import { resolverOf } from './resolve-field.ts';
import type { DrawnAutomation } from './run-time/automation-definition.ts';
import type { PageLayout } from './run-time/page-layout.ts';
import type { RecordType } from './run-time/record-type.ts';
import type { CompanyRule, Together } from './run-time/rule.ts';
import { withStandIns } from './stand-ins.ts';
import { systemFields } from './system-fields.ts';
import { handedOver, tellsNewOwner } from './traits/hand-over.ts';
import { movesOn } from './traits/recurring.ts';
import type { Views } from './view.ts';
import { extensionFaults, withExtensions } from './with-extensions.ts';

/** An object with everything declared about it and everything that follows from the others. */
export interface ObjectModel {
  /** As in addresses and in the API. */
  readonly name: string;
  readonly qualified: string;
  readonly module: string;
  readonly declaration: ObjectDeclaration;
  /** Own fields, in the order of the declaration; targets are short names. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Own and system fields. */
  readonly allFields: ReadonlyMap<string, Field>;
  readonly policy: Policy | undefined;
  readonly guard: Guard | undefined;
  readonly views: Views | undefined;
  /** The reports of its records that everybody has. */
  readonly reports: readonly DeclaredReport[];
  readonly texts: ObjectFolder['texts'];
  readonly actions: readonly Action[];
  readonly publicForm: PublicForm | undefined;
  /** Reference fields of any object that point here. */
  readonly inverses: readonly Inverse[];
  /** The kinds of record that the company tells apart, those put away too; absent where there are none. */
  readonly types?: readonly RecordType[];
  /** What the company demands of its records; absent where it demands nothing. */
  readonly rules?: readonly CompanyRule[];
  /** What fields are while a condition holds, as declared and as the company wants it. */
  readonly fieldRules: readonly FieldRule[];
  /** What stands together in one of its records alone, as the company demands. */
  readonly together?: readonly Together[];
  /** By which two of its records are suspected to be one, as declared and as the company wants it. */
  readonly duplicates: readonly Likeness[];
  /** How the company has laid its record page out, in the order in which they are asked. */
  readonly layouts?: readonly PageLayout[];
  /** The kept totals of other objects to which its records add. */
  readonly totals: readonly KeptTotal[];
}

/** A field of another object that is the sum of this one's records. */
export interface KeptTotal extends Total {
  /** Short name of the object that has the field. */
  readonly of: string;
  readonly name: string;
}

export interface Inverse {
  readonly object: string;
  readonly field: Field;
  readonly name: string;
}

/** The whole product as composed: the one thing that the interpreters read. */
export interface Registry {
  readonly modules: readonly Module[];
  /** The same before they add to each other. */
  readonly declared: readonly Module[];
  /** With the modules that the company has switched off, for what looks after values and not for people. */
  readonly whole?: Registry;
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly automations: readonly Automation[];
  /** Every automation that the company has drawn, by its name here: those that rest too; absent where there is none. */
  readonly drawn?: ReadonlyMap<string, DrawnAutomation>;
  readonly notifications: ReadonlyMap<string, NotificationKind>;
  /** Short name of the object whose records are the people who work here. */
  readonly people: string;
  /** The objects whose records the engine itself uses. */
  readonly purposes: ReadonlyMap<Purpose, ObjectModel>;
  /** Tells a company's own registry from all others of this process; 0 for the one that modules make. */
  readonly edition: number;
}

/** Puts modules together. Throws one error that lists everything that does not fit. */
export function compose(declared: readonly Module[], people: string): Registry {
  const modules = withStandIns(withExtensions(declared));
  const folders = modules.flatMap((module) => module.objects);
  const faults = [...extensionFaults(declared), ...compositionFaults(modules, people)];
  if (faults.length > 0)
    throw new Error(`The modules do not fit together:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  const resolve = resolverOf(modules, shortName(people));
  const fields = new Map(
    folders.map(({ object }) => [
      shortName(object.name),
      new Map(Object.entries(object.fields).map(([name, field]) => [name, resolve(field)])),
    ]),
  );
  const objects = new Map(
    folders.map((folder) => [
      shortName(folder.object.name),
      objectModel(folder, fields, actionsOf(folder, folders)),
    ]),
  );
  return {
    ...{ modules, declared },
    objects,
    actions: new Map(folders.flatMap(({ actions = [] }) => actions.map((action) => [action.name, action]))),
    automations: folders.flatMap(({ object, automations = [] }) => [
      ...automations,
      ...tellsNewOwner(object),
      ...movesOn(object),
    ]),
    notifications: new Map(
      [
        ...[handedOver, trial, bulkEnded],
        ...(folders.some(({ object }) => object.purpose === 'automation') ? [drawnTold] : []),
        ...(folders.some(({ object }) => object.purpose === 'following') ? [followedChanged] : []),
        ...folders.flatMap(({ notifications = [] }) => notifications),
      ].map((kind) => [kind.name, kind]),
    ),
    people: shortName(people),
    purposes: purposesOf(objects),
    edition: 0,
  };
}

/** The objects that serve a purpose, by it. */
export function purposesOf(objects: Registry['objects']): Registry['purposes'] {
  return new Map(
    [...objects.values()].flatMap((object) =>
      object.declaration.purpose === undefined ? [] : [[object.declaration.purpose, object] as const],
    ),
  );
}

/** What there is, whether it is switched off or not. */
export function wholeOf(registry: Registry): Registry {
  return registry.whole ?? registry;
}

/** The same for everything that there is: a value that nobody sees now must stay right. */
export function asWhole<Reader extends { readonly registry: Registry }>(reader: Reader): Reader {
  return reader.registry.whole === undefined ? reader : { ...reader, registry: reader.registry.whole };
}

/** The object of that short or qualified name; a name that comes from a declaration always exists. */
export function objectNamed(registry: Registry, name: string): ObjectModel {
  const found = registry.objects.get(shortName(name));
  if (found === undefined) throw new Error(`There is no object ${name}`);
  return found;
}

/** The verbs that run on an object, whichever module declares them, and those of its folder that run on none. */
function actionsOf({ object, actions = [] }: ObjectFolder, folders: readonly ObjectFolder[]): Action[] {
  const all = folders.flatMap((folder) => folder.actions ?? []);
  return all.filter(
    (action) => action.object === object.name || (!action.object && actions.includes(action)),
  );
}

/** An object with what follows from the fields of all, which are known by short names. */
export function objectModel(
  folder: ObjectFolder,
  fields: ReadonlyMap<string, ReadonlyMap<string, Field>>,
  actions: readonly Action[],
): ObjectModel {
  const name = shortName(folder.object.name);
  const own = fields.get(name) ?? new Map();
  return {
    name,
    qualified: folder.object.name,
    module: moduleName(folder.object.name),
    declaration: folder.object,
    fieldRules: folder.object.fieldRules,
    duplicates: folder.object.duplicates,
    fields: own,
    allFields: new Map([...systemFields(name), ...own]),
    policy: folder.policy,
    guard: folder.guard,
    views: folder.views,
    reports: folder.reports?.reports ?? [],
    texts: folder.texts,
    actions,
    publicForm: folder.publicForm,
    inverses: [...fields].flatMap(([object, all]) =>
      [...all]
        .filter(
          ([, field]) => field.type !== 'user' && (field.target === name || field.targets?.includes(name)),
        )
        .map(([fieldName, field]) => ({ object, field, name: fieldName })),
    ),
    totals: [...fields].flatMap(([of, all]) =>
      [...all].flatMap(([fieldName, { total }]) =>
        total !== undefined && shortName(total.object) === name ? [{ ...total, of, name: fieldName }] : [],
      ),
    ),
  };
}

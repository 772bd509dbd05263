import { maskable } from '#kernel/mask.ts';
import type { Grant, Scope } from '#kernel/policy.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import { isGrantable } from './rule-faults.ts';

/** What the product declares that each role may do, before a workspace changes anything. */
export interface DeclaredRights {
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  readonly objects: readonly DeclaredObjectRights[];
}

interface DeclaredObjectRights {
  readonly name: string;
  readonly label: string;
  /** Whether scopes that ask for the owner make sense. */
  readonly owned: boolean;
  /** Its records are changed where they belong. */
  readonly readOnly: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly limits: readonly string[];
  }[];
  readonly grants: Readonly<Record<string, DeclaredGrant>>;
}

/** Scopes by name; a condition is told as `condition`. */
interface DeclaredGrant {
  readonly read: string;
  readonly create: boolean;
  readonly update: string;
  readonly delete: string;
  readonly import: boolean;
  readonly publish: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

export function declaredRights(registry: Registry, labels: Labels, unlimitedRole: string): DeclaredRights {
  const roles = registry.modules.flatMap(({ roles: own }) => own).filter((role) => role !== unlimitedRole);
  const [holder] = [...registry.objects.values()].flatMap((object) =>
    [...object.fields].filter(([, { listed }]) => listed === 'roles').map(([field]) => ({ object, field })),
  );
  return {
    roles: roles.map((name) => ({
      name,
      label: holder === undefined ? name : labels.choice(holder.object, holder.field, name),
    })),
    objects: [...registry.objects.values()].filter(isGrantable).map((object) => ({
      name: object.name,
      label: labels.object(object, 'label'),
      owned: object.fields.has('owner'),
      readOnly: object.declaration.unites !== undefined,
      fields: [...object.fields].map(([name, { type }]) => ({
        name,
        label: labels.field(object, name),
        limits: limitsOf(object, name, maskable.has(type)),
      })),
      grants: Object.fromEntries(roles.map((role) => [role, declared(object, role)])),
    })),
  };
}

function limitsOf({ declaration }: ObjectModel, name: string, mask: boolean): readonly string[] {
  const shown = name === declaration.nameField;
  return [...(shown ? [] : ['hidden']), ...(shown || !mask ? [] : ['masked']), 'read', 'write'];
}

function declared({ policy }: ObjectModel, role: string): DeclaredGrant {
  const grant: Grant | undefined = policy?.grants[role] ?? policy?.grants.everyone;
  const scope = (given: Scope | undefined) => (typeof given === 'object' ? 'condition' : (given ?? 'none'));
  return {
    read: scope(grant?.read),
    create: grant?.create ?? false,
    update: scope(grant?.update),
    delete: scope(grant?.delete),
    import: grant?.import ?? false,
    publish: grant?.publish ?? false,
    fields: { ...grant?.fields },
  };
}

import { choice } from '#kernel/field/choice/choice.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { definePolicy, type Grant, type Scope } from '#kernel/policy.ts';
import { ownable } from '#kernel/traits/ownable.ts';

const folder = defineObject({
  name: 'archive.folder',
  icon: 'folder',
  traits: [ownable],
  fields: {
    name: text({ required: true, search: 'name' }),
    region: choice({ east: 'blue', south: 'green', abroad: 'grey' }),
    worth: money(),
  },
});

const sheet = defineObject({
  name: 'archive.sheet',
  icon: 'file',
  partOf: 'folder',
  indexes: [['folder.owner', '-createdAt']],
  fields: {
    name: text({ required: true, search: 'name' }),
    folder: reference('archive.folder', { required: true, onDelete: 'cascade' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'archive.folder': typeof folder;
    'archive.sheet': typeof sheet;
  }
}

/** A role for each scope, called as the scope is. */
const scopes: Readonly<Record<string, Scope<'archive.folder'>>> = {
  none: 'none',
  own: 'own',
  team: 'team',
  teammates: 'teammates',
  department: 'department',
  departmentAndBelow: 'departmentAndBelow',
  territory: 'territory',
  all: 'all',
  condition: { or: [{ owner: { in: '$department' } }, { region: 'abroad' }] },
};

export const scopeRoles = Object.keys(scopes);

function eachRole<Name extends 'archive.folder' | 'archive.sheet'>(grant: (role: string) => Grant<Name>) {
  return Object.fromEntries(scopeRoles.map((role) => [role, grant(role)]));
}

/** A module in which somebody of each role sees as much as the role's scope says, and changes as much. */
export const archive = defineModule({
  name: 'archive',
  depends: [],
  objects: [
    {
      object: folder,
      policy: definePolicy(
        'archive.folder',
        eachRole((role) => ({
          read: scopes[role] ?? 'none',
          create: true,
          update: scopes[role] ?? 'none',
          delete: 'own',
        })),
      ),
    },
    {
      object: sheet,
      policy: definePolicy(
        'archive.sheet',
        eachRole(() => ({ read: 'all', create: true, update: 'all', delete: 'all' })),
      ),
    },
  ],
  roles: scopeRoles,
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

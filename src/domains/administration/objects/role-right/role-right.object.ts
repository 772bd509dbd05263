import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { role } from '#kernel/field/choice/role.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

const scope = () =>
  choice({
    none: 'grey',
    own: 'blue',
    team: 'blue',
    teammates: 'blue',
    department: 'blue',
    departmentAndBelow: 'blue',
    territory: 'blue',
    all: 'green',
  });

const permission = () => choice({ yes: 'green', no: 'grey' });

/** What this company has changed of what a role may do with an object; what is empty is as the product declares it. */
export const roleRight = defineObject({
  name: 'administration.roleRight',
  icon: 'shield',
  defaultSort: 'name',
  purpose: 'grant',
  configures: true,
  fields: {
    name: text({ readOnly: true, maxLength: 120, bookkeeping: true }),
    role: role({ required: true, immutable: true }),
    object: objectChoice({ required: true, immutable: true }),
    read: scope(),
    create: permission(),
    update: scope(),
    delete: scope(),
    import: permission(),
    publish: permission(),
    fields: json({ names: { as: 'keys', of: 'object' } }),
  },
  unique: [['role', 'object']],
  derive: (record) => ({ name: `${record.role} · ${record.object}` }),
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.roleRight': typeof roleRight;
  }
}

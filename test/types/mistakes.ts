// What the compiler must refuse. Nothing here runs: the type check fails when one of these mistakes compiles.
import { update, updateWhere } from '#kernel/change.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject, type RecordOf } from '#kernel/object.ts';
import { definePolicy } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';

export function mistakes(user: RecordOf<'administration.user'>) {
  // @ts-expect-error: no such field of a record
  user.nmae;
  // @ts-expect-error: no such object
  reference('administration.usr');
  // @ts-expect-error: no such field to change
  update('administration.user', user.id, { titel: 'Dr.' });
  // @ts-expect-error: a value of another type
  update('administration.user', user.id, { active: 'yes' });
  // @ts-expect-error: no such choice
  update('administration.user', user.id, { locale: 'fr' });
  // @ts-expect-error: no such path in a condition
  updateWhere('administration.user', { 'team.nmae': '销售部' }, { active: false });
  // @ts-expect-error: no such column in a view
  defineViews('administration.team', [{ name: 'all', kind: 'table', columns: ['name', 'leader.nmae'] }]);
  // @ts-expect-error: no such field in a policy
  definePolicy('administration.team', { salesManager: { read: 'all', fields: { nmae: 'hidden' } } });
  // @ts-expect-error: the field that must be unique is not declared
  defineObject({ name: 'administration.room', icon: 'door', fields: {}, unique: [['number']] });
}

import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** A part of the company. */
export const department = defineObject({
  name: 'administration.department',
  icon: 'sitemap',
  defaultSort: 'name',
  purpose: 'department',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    parent: reference('administration.department', { acyclic: true, timeline: false }),
    leader: user(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.department': typeof department;
  }
}

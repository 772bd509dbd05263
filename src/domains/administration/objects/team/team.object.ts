import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** A part of the company. */
export const team = defineObject({
  name: 'administration.team',
  icon: 'users-group',
  defaultSort: 'name',
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    parent: reference('administration.team', { acyclic: true, timeline: false }),
    leader: user(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.team': typeof team;
  }
}

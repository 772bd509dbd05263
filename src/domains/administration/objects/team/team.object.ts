import { json } from '#kernel/field/json/json.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** People who work together, whichever their departments; one may be in several. */
export const team = defineObject({
  name: 'administration.team',
  icon: 'users-group',
  defaultSort: 'name',
  purpose: 'team',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    leader: user(),
    members: manyToMany('administration.user', { timeline: false }),
    workingTime: json(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.team': typeof team;
  }
}

import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** A part of the market and those who serve it, who serve what lies within it too. */
export const territory = defineObject({
  name: 'administration.territory',
  icon: 'map-2',
  defaultSort: 'name',
  purpose: 'territory',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    parent: reference('administration.territory', { acyclic: true, timeline: false }),
    members: manyToMany('administration.user', { timeline: false }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.territory': typeof territory;
  }
}

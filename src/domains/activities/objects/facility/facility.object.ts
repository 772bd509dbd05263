import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** What can be taken for a meeting, by one at a time: a room, a car, a device for demonstrations. */
export const facility = defineObject({
  name: 'activities.facility',
  icon: 'door',
  defaultSort: 'name',
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    kind: choice(
      { room: 'blue', vehicle: 'amber', device: 'violet', other: 'grey' },
      { required: true, default: 'room' },
    ),
    seats: integer(),
    place: text({ search: 'text' }),
    active: boolean({ default: true }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.facility': typeof facility;
  }
}

import { choice } from '#kernel/field/choice/choice.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** What somebody thinks of a comment, in one sign; each sign once. */
export const reaction = defineObject({
  name: 'activities.reaction',
  icon: 'heart',
  nameField: 'sign',
  purpose: 'reaction',
  fields: {
    comment: reference('activities.comment', {
      required: true,
      immutable: true,
      onDelete: 'cascade',
      timeline: false,
    }),
    sign: choice(
      { like: 'blue', love: 'red', laugh: 'amber', celebrate: 'violet', done: 'green', look: 'grey' },
      { required: true, immutable: true },
    ),
    person: user({ default: '$actor', readOnly: true }),
  },
  unique: [['comment', 'person', 'sign']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.reaction': typeof reaction;
  }
}

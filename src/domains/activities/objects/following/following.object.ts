import { discussable } from '#kernel/discussable.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** Whether somebody wants to hear what is said about a record and what others change in it, where that does not follow from what he has to do with it. */
export const following = defineObject({
  name: 'activities.following',
  icon: 'bell',
  nameField: 'wish',
  purpose: 'following',
  fields: {
    record: regarding({ required: true, immutable: true, having: discussable, timeline: false }),
    wish: choice({ follows: 'green', silent: 'grey' }, { required: true, default: 'follows' }),
    person: user({ default: '$actor', readOnly: true }),
  },
  unique: [['record', 'person']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.following': typeof following;
  }
}

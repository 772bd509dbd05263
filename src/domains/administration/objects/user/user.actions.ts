import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { user as person } from '#kernel/field/user/user.ts';
import { everythingOf } from '../../handover/everything-of.ts';

/** Gives everything that somebody owns to a colleague, when he leaves or changes his work; the history stays his. */
export const handOver = defineAction({
  name: 'administration.handOver',
  object: 'administration.user',
  icon: 'arrows-exchange',
  previewed: true,
  input: { to: person({ required: true }), deactivate: boolean({ default: true }) },
  roles: ['administrator'],
  decide(leaving, { to, deactivate }) {
    return {
      changes: [
        everythingOf(leaving.id, to),
        ...(deactivate === true ? [update('administration.user', leaving.id, { active: false })] : []),
      ],
    };
  },
});

import { defineAction } from '#kernel/action.ts';
import { asSystem, update, updateEverywhere } from '#kernel/change.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { user as person } from '#kernel/field/user/user.ts';
import { Refusal } from '#kernel/problem.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** Gives everything that somebody owns to a colleague, when he leaves or changes his work; the history stays his. */
export const handOver = defineAction({
  name: 'administration.handOver',
  object: 'administration.user',
  icon: 'arrows-exchange',
  previewed: true,
  input: { to: person({ required: true }), deactivate: boolean({ default: true }) },
  roles: ['administrator'],
  decide(leaving, { to, deactivate }) {
    if (to === leaving.id) throw new Refusal('invalid', [{ field: 'to', code: 'notUnique' }]);
    const reason = 'A handover moves what the colleague owned, whoever may see it.';
    return {
      changes: [
        asSystem(reason, updateEverywhere(ownable, { owner: leaving.id }, { owner: to })),
        ...(deactivate === true ? [update('administration.user', leaving.id, { active: false })] : []),
      ],
    };
  },
});

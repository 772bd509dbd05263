import { defineAction } from '#kernel/action.ts';
import { asSystem, update, updateWhere } from '#kernel/change.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { user } from '#kernel/field/user/user.ts';
import { openStages } from '../stages/stages.ts';

/** Gives a customer to a colleague, with its people and the deals that are still open. What is closed stays whose it was. */
export const transferAccount = defineAction({
  name: 'sales.transferAccount',
  object: 'parties.account',
  icon: 'arrows-exchange',
  bulk: true,
  input: { owner: user({ required: true }), withOpen: boolean({ default: true }) },
  decide(account, { owner, withOpen }) {
    const mine = { account: account.id, owner: account.owner };
    const reason = 'A customer is transferred with all that is open about it.';
    return {
      changes: [
        ...(withOpen === false
          ? []
          : [
              asSystem(reason, updateWhere('parties.contact', mine, { owner })),
              asSystem(
                reason,
                updateWhere('sales.opportunity', { ...mine, stage: { in: openStages } }, { owner }),
              ),
            ]),
        asSystem(reason, update('parties.account', account.id, { owner })),
      ],
    };
  },
});

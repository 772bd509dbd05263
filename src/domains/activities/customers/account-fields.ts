import { call, path } from '#kernel/expression/expression.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';

const latest = { object: 'activities.touch', measure: 'max', field: 'at' } as const;
const [people, itself] = [path('lastTouchOfPeople'), path('lastTouchItself')];

/** When somebody was last in touch with a customer: with one of its people, or about the customer itself. */
export const accountFields = {
  lastTouchOfPeople: rollup({ ...latest, by: 'contact.account' }),
  lastTouchItself: rollup({ ...latest, by: 'regarding' }),
  lastTouchAt: formula(
    'dateTime',
    call('if', call('or', call('isNull', itself), call('gt', people, itself)), people, itself),
  ),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'activities parties.account': typeof accountFields;
  }
}

import { rollup } from '#kernel/field/rollup/rollup.ts';

/** When somebody was last in touch with a person. */
export const contactFields = {
  lastTouchAt: rollup({ object: 'activities.touch', by: 'contact', measure: 'max', field: 'at' }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'activities parties.contact': typeof contactFields;
  }
}

import { permitted } from '#kernel/field/rollup/permitted.ts';

/** Whether a person may be written to or called, as his consents say now. */
export const mayBeReached = {
  marketingByEmail: permitted({ purpose: 'marketing', way: 'email' }),
  marketingByPhone: permitted({ purpose: 'marketing', way: 'phone' }),
  marketingByWechat: permitted({ purpose: 'marketing', way: 'wechat' }),
  newsletterByEmail: permitted({ purpose: 'newsletter', way: 'email' }),
};

import { defineExtension } from '#kernel/extension.ts';
import { defineModule } from '#kernel/module.ts';

const ofCustomer = { account: '$visible' } as const;
const withCustomer = { or: [{ owner: { in: '$team' } }, ofCustomer] };

/** Whoever sells to a customer sees its cases and may open one for it; service looks after them. */
export const salesService = defineModule({
  name: 'salesService',
  depends: ['sales', 'service'],
  objects: [],
  extensions: [
    defineExtension('service.case', {
      grants: {
        salesManager: { read: withCustomer, create: true, update: 'team' },
        salesRepresentative: { read: withCustomer, create: true, update: 'own' },
      },
    }),
  ],
  roles: [],
  navigation: [],
  locales: { en: { module: { label: 'Sales and service' } }, 'zh-CN': { module: { label: '销售与服务' } } },
});

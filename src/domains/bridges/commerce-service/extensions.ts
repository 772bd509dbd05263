import { defineExtension, type Extension } from '#kernel/extension.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Grant } from '#kernel/policy.ts';
import { accountFields } from './account-fields.ts';

const amounts = { net: 'hidden', tax: 'hidden', amount: 'hidden' } as const;

function toService<Name extends ObjectName>(grant: Grant<Name>): Readonly<Record<string, Grant<Name>>> {
  return { serviceManager: grant, serviceAgent: grant };
}

/** Service knows what was ordered and delivered, and no amounts. */
const orders = defineExtension('commerce.order', {
  grants: toService({ read: 'all', fields: { ...amounts, invoiced: 'hidden' } }),
});

const orderLines = defineExtension('commerce.orderLine', {
  grants: toService({
    read: 'all',
    fields: { unitPrice: 'hidden', discount: 'hidden', taxRate: 'hidden', amount: 'hidden', tax: 'hidden' },
  }),
});

const assets = defineExtension('commerce.asset', { grants: toService({ read: 'all', update: 'all' }) });

const contracts = defineExtension('commerce.contract', {
  grants: toService({ read: 'all', fields: { amount: 'hidden', document: 'hidden' } }),
});

/** Those who keep the books see why a customer does not pay. */
const cases = defineExtension('service.case', { grants: { accountant: { read: 'all' } } });

const accounts = defineExtension('parties.account', {
  fields: accountFields,
  highlights: ['churnRisk'],
  sections: { risk: ['churnRisk', 'orderPause', 'riskOfPause', 'riskOfSilence', 'riskOfComplaints'] },
});

export const extensions: readonly Extension[] = [orders, orderLines, assets, contracts, cases, accounts];

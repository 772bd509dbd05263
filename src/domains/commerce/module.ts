import { defineModule } from '#kernel/module.ts';
import { customerExtensions } from './customers/customers.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { assetFolder } from './objects/asset/asset.ts';
import { contractFolder } from './objects/contract/contract.ts';
import { invoiceFolder } from './objects/invoice/invoice.ts';
import { invoiceLineFolder } from './objects/invoice-line/invoice-line.ts';
import { ledgerEntryFolder } from './objects/ledger-entry/ledger-entry.ts';
import { orderFolder } from './objects/order/order.ts';
import { orderLineFolder } from './objects/order-line/order-line.ts';
import { paymentFolder } from './objects/payment/payment.ts';
import { goodsReturnFolder } from './objects/return/return.ts';
import { returnLineFolder } from './objects/return-line/return-line.ts';

/** From the order to the money, and back. */
export const commerce = defineModule({
  name: 'commerce',
  depends: ['administration', 'parties', 'activities', 'catalogue'],
  objects: [
    ledgerEntryFolder,
    assetFolder,
    orderFolder,
    orderLineFolder,
    invoiceFolder,
    invoiceLineFolder,
    paymentFolder,
    goodsReturnFolder,
    returnLineFolder,
    contractFolder,
  ],
  extensions: customerExtensions,
  roles: ['accountant'],
  navigation: ['order', 'invoice', 'payment', 'return', 'ledgerEntry', 'asset', 'contract'],
  locales: { en, 'zh-CN': zh },
});

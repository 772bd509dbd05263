import { pricing } from '#domains/catalogue/api.ts';
import { defineAction } from '#kernel/action.ts';
import { asSystem, create, update } from '#kernel/change.ts';
import { date } from '#kernel/field/date/date.ts';
import { Refusal } from '#kernel/problem.ts';
import { daysLater } from '../../days-later.ts';

/** The order stands: what is in it is fixed from now on. */
export const placeOrder = defineAction({
  name: 'commerce.placeOrder',
  object: 'commerce.order',
  icon: 'circle-check',
  available: { status: 'draft', amount: { isNull: false } },
  input: { orderedOn: date({ default: '$today' }) },
  decide: (order, { orderedOn }) => ({
    changes: [
      update('commerce.order', order.id, { status: 'placed', orderedOn: orderedOn ?? order.orderedOn }),
    ],
  }),
});

/** The goods have gone out: the customer owns them now. */
export const deliverOrder = defineAction({
  name: 'commerce.deliverOrder',
  object: 'commerce.order',
  icon: 'truck-delivery',
  available: { status: 'placed' },
  input: { deliveredOn: date({ default: '$today' }) },
  async decide({ id, account, owner }, { deliveredOn }, { list, newId, today }) {
    const lines = await list('commerce.orderLine', { order: id });
    const since = deliveredOn ?? today;
    return {
      changes: [
        ...lines.map(({ product, quantity }) =>
          asSystem(
            'What is delivered is the customer’s.',
            create('commerce.asset', newId(), { account, product, quantity, order: id, since, owner }),
          ),
        ),
        update('commerce.order', id, { status: 'delivered', deliveredOn: since }),
      ],
    };
  },
});

/** Bills the order and sends the invoice out. */
export const invoiceOrder = defineAction({
  name: 'commerce.invoiceOrder',
  object: 'commerce.order',
  icon: 'receipt',
  available: { status: { in: ['placed', 'delivered'] }, invoiced: null },
  roles: ['accountant'],
  input: { issuedOn: date({ default: '$today' }), dueOn: date() },
  async decide(order, { issuedOn, dueOn }, { list, newId, today }) {
    const invoice = newId();
    const lines = await list('commerce.orderLine', { order: order.id });
    const { account, contact, owner, subject } = order;
    const amount = lines.length === 0 ? { amount: order.amount } : {};
    const on = issuedOn ?? today;
    return {
      changes: [
        create('commerce.invoice', invoice, { account, contact, owner, subject, order: order.id, ...amount }),
        ...lines.map((line) =>
          create('commerce.invoiceLine', newId(), { ...pricing.copyOfLine(line), invoice }),
        ),
        update('commerce.invoice', invoice, {
          status: 'issued',
          issuedOn: on,
          dueOn: dueOn ?? daysLater(on, order.paymentDays ?? 30),
        }),
      ],
      records: [{ object: 'commerce.invoice', id: invoice }],
    };
  },
});

/** Prepares the return of what the customer still has of the order. */
export const returnOrder = defineAction({
  name: 'commerce.returnOrder',
  object: 'commerce.order',
  icon: 'arrow-back-up',
  available: { status: 'delivered' },
  roles: ['accountant'],
  input: {},
  async decide(order, _, { list, newId }) {
    const id = newId();
    const kept = await list('commerce.asset', { order: order.id, owned: { gt: '0' } });
    const lines = await list('commerce.orderLine', { order: order.id });
    const [invoice] = await list(
      'commerce.invoice',
      { order: order.id, status: { in: ['issued', 'paid'] } },
      1,
    );
    if (kept.length === 0) throw new Refusal('invalid', [{ field: 'id', code: 'nothingLeft' }]);
    const { account, contact, owner } = order;
    return {
      changes: [
        create('commerce.return', id, {
          account,
          contact,
          owner,
          order: order.id,
          invoice: invoice?.id ?? null,
        }),
        ...kept.flatMap((asset) => {
          const line = lines.find(({ product }) => product === asset.product);
          if (line === undefined) return [];
          const back = { return: id, asset: asset.id, quantity: asset.owned };
          return [create('commerce.returnLine', newId(), { ...pricing.copyOfLine(line), ...back })];
        }),
      ],
      records: [{ object: 'commerce.return', id }],
    };
  },
});

/** The customer does not want it after all. */
export const cancelOrder = defineAction({
  name: 'commerce.cancelOrder',
  object: 'commerce.order',
  icon: 'circle-x',
  available: { status: { in: ['draft', 'placed'] }, invoiced: null },
  input: {},
  decide: (order) => ({ changes: [update('commerce.order', order.id, { status: 'cancelled' })] }),
});

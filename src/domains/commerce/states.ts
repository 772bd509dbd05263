/** Orders that count: what the customer has really ordered. */
export const ordered = { status: { in: ['placed', 'delivered'] } };

/** Invoices that count: those that have gone out and were not taken back. */
export const billed = { status: { in: ['issued', 'paid'] } };

/** Money that has come in and stayed. */
export const received = { status: 'received' };

/** Goods that have come back. */
export const returned = { status: 'completed' };

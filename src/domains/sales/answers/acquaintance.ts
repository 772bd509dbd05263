import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import { closedLeads } from '../objects/lead/lead-status.ts';

/** What is known already of somebody who writes. */
export interface Acquaintance {
  /** The open lead that he is. */
  readonly lead: RecordOf<'sales.lead'> | undefined;
  /** A lead that he was. */
  readonly earlier: string | null;
  readonly contact: string | null;
}

/** The same e-mail address, number or WeChat name; a like name alone proves nothing. */
const certain = 0.8;

/** Looks for somebody among leads and contacts. */
export async function acquaintanceOf(
  { email = null, mobile = null, wechat = null }: Readonly<Record<string, unknown>>,
  decision: Decision,
): Promise<Acquaintance> {
  const reach = { email, mobile, wechat } as Record<'email' | 'mobile' | 'wechat', string | null>;
  const [leads, contacts] = await Promise.all([
    decision.alike('sales.lead', reach),
    decision.alike('parties.contact', reach),
  ]);
  const ids = leads.filter(({ score }) => score >= certain).map(({ id }) => id);
  const found = ids.length === 0 ? [] : await decision.list('sales.lead', { id: { in: ids } });
  const open = found.filter(({ status }) => !closedLeads.includes(status));
  return {
    lead: open.find(({ owner }) => owner !== null) ?? open[0],
    earlier: found.find(({ status }) => closedLeads.includes(status))?.id ?? null,
    contact: contacts.find(({ score }) => score >= certain)?.id ?? null,
  };
}

import type { RecordOf, ValuesOf } from '#kernel/object.ts';

type Lead = RecordOf<'sales.lead'>;

/** The account of the lead's company or, without one, of the person. */
export function accountFrom(lead: Lead, name: string | null): ValuesOf<'parties.account'> {
  const company = name ?? lead.company;
  const { address, website, employees, owner } = lead;
  return {
    name: company ?? lead.name,
    kind: company === null ? 'person' : 'company',
    phone: lead.phone ?? (company === null ? lead.mobile : null),
    address,
    website,
    employees,
    owner,
  };
}

export function contactFrom(lead: Lead, account: string): ValuesOf<'parties.contact'> {
  const { firstName, lastName, title, mobile, phone, email, wechat, address, doNotContact, owner } = lead;
  const name = firstName === null && lastName === null ? { name: lead.name } : { firstName, lastName };
  return { ...name, account, title, mobile, phone, email, wechat, address, doNotContact, owner };
}

/** A deal is called after the customer and what they want. */
export function opportunityName(lead: Lead, accountName: string | null): string {
  const customer = accountName ?? lead.company ?? lead.name;
  return [customer, lead.interest].filter((part) => part !== null).join(' · ');
}

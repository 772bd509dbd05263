import type { Teller } from '../teller.ts';
import { projects } from '../words/catalogue.ts';
import { campaigns } from '../words/sayings.ts';
import { day } from '../working-days.ts';
import { company } from './company.ts';
import { sources } from './customer.ts';
import type { Form } from './deal.ts';
import { person } from './person.ts';
import { touch } from './touches.ts';

/** Somebody who showed interest and has not become a customer. `owner` null leaves the lead in the public pool. */
export function lead(
  teller: Teller,
  number: number,
  date: number,
  owner: string | null,
  by: string,
  forms: readonly Form[],
): void {
  const { random } = teller;
  const { values, english, domain } = company(random, number);
  const who = person(random, english, domain);
  // What comes by a form is given to somebody at once.
  const source = random.weighted({ ...sources, webForm: owner === null ? 0 : 5, socialMedia: 2 });
  const id = teller.create('lead', date, by, {
    ...who,
    company: values.name,
    address: values.address,
    employees: values.employees,
    owner,
    source,
    interest: random.pick(projects)[english ? 1 : 0],
    ...(['exhibition', 'webForm', 'referral'].includes(source) && {
      firstTouchCampaign: random.pick(campaigns),
    }),
    ...(source === 'webForm' && cameBy(random.pick(forms))),
    ...(random.chance(0.3) && { budget: String(random.whole(5, 200) * 10_000) }),
  });
  if (owner === null || random.chance(0.2)) return;
  const worked = date + random.whole(1, 4) * day;
  teller.change('lead', id, worked, owner, {
    status: 'working',
    rating: random.weighted({ hot: 1, warm: 3, cold: 2 }),
  });
  for (let touches = random.whole(1, 3); touches > 0; touches--)
    touch(teller, worked + random.whole(0, 12) * day, {
      regarding: { object: 'lead', id },
      contact: null,
      owner,
      english,
      phone: who.mobile ?? who.phone,
      email: who.email,
    });
  const later = worked + random.whole(14, 40) * day;
  const status = random.weighted({ working: 2, nurturing: 3, qualified: 2, unqualified: 4 });
  if (status === 'unqualified')
    teller.change('lead', id, later, owner, {
      status,
      unqualifiedReason: random.weighted({
        noNeed: 4,
        noBudget: 3,
        unreachable: 3,
        competitor: 2,
        duplicate: 1,
      }),
    });
  else if (status !== 'working') teller.change('lead', id, later, owner, { status });
}

function cameBy({ id, campaign, page, source }: Form): object {
  return {
    leadForm: id,
    firstTouchCampaign: campaign,
    landingPage: `${page}?utm_source=${source}&utm_medium=cpc`,
    utm: { source, medium: 'cpc' },
  };
}

import { exchanges } from '#domains/activities/api.ts';
import { defineAction } from '#kernel/action.ts';
import {
  asSystem,
  become,
  type Change,
  create,
  type Decision,
  update,
  updateEverywhere,
  updateWhere,
} from '#kernel/change.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { date } from '#kernel/field/date/date.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import type { RecordOf } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { byUs } from './lead-care.ts';
import { accountFrom, contactFrom, opportunityName } from './what-a-lead-becomes.ts';

/**
 * Turns a lead into an account, a contact and, unless told otherwise, an opportunity. Everything that was done about
 * the lead goes on to them; the lead stays, with its own history, and names what became of it.
 */
export const convertLead = defineAction({
  name: 'sales.convertLead',
  object: 'sales.lead',
  icon: 'transform',
  primary: true,
  available: { status: { nin: ['converted', 'unqualified'] } },
  input: {
    account: reference('parties.account'),
    accountName: text(),
    contact: reference('parties.contact'),
    createOpportunity: boolean({ default: true }),
    opportunityName: text(),
    amount: money(),
    closeDate: date(),
    pipeline: reference('sales.pipeline'),
  },
  async decide(lead, input, decision) {
    const account = input.account ?? decision.newId();
    const contact = input.contact ?? decision.newId();
    const opportunity = input.createOpportunity === false ? null : decision.newId();
    const { amount, closeDate, pipeline } = input;
    const name = input.opportunityName ?? opportunityName(lead, input.accountName);
    return {
      changes: [
        ...(input.account === null
          ? [create('parties.account', account, accountFrom(lead, input.accountName))]
          : []),
        ...(input.contact === null ? [create('parties.contact', contact, contactFrom(lead, account))] : []),
        ...(opportunity === null
          ? []
          : [
              create('sales.opportunity', opportunity, {
                name,
                account,
                contact,
                amount: amount ?? lead.budget,
                closeDate,
                pipeline,
                source: lead.source,
                owner: lead.owner,
                description: lead.description,
              }),
            ]),
        update('sales.lead', lead.id, {
          status: 'converted',
          convertedAt: decision.now,
          convertedAccount: account,
          convertedContact: contact,
          convertedOpportunity: opportunity,
          touchedAt: await firstTouch(lead.id, decision),
        }),
        ...moved(lead, contact, opportunity),
      ],
      records: [
        ...(opportunity === null ? [] : [{ object: 'sales.opportunity', id: opportunity }]),
        { object: 'parties.account', id: account },
        { object: 'parties.contact', id: contact },
      ],
    };
  },
});

/** When we first turned to the lead: kept here, as what was done about it moves on. */
async function firstTouch(id: string, decision: Decision): Promise<string | null> {
  const touches = await decision
    .asSystem('The first touch counts, whoever made it.')
    .list('activities.touch', { regarding: { object: 'lead', id }, ...byUs });
  return touches
    .map(({ at }) => at)
    .reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
}

/** Every exchange names the contact; everything done about the lead is now about the opportunity or the contact. */
function moved(lead: RecordOf<'sales.lead'>, contact: string, opportunity: string | null): readonly Change[] {
  const reason = 'Converting a lead moves all that was done about it, whoever did it.';
  const about = { object: 'lead', id: lead.id };
  const next =
    opportunity === null ? { object: 'contact', id: contact } : { object: 'opportunity', id: opportunity };
  return [
    asSystem(
      reason,
      updateEverywhere(exchanges.trait, { regarding: about, contact: null } as never, { contact }),
    ),
    asSystem(reason, updateEverywhere(activity, { regarding: about }, { regarding: next })),
    asSystem(reason, become('sales.lead', lead.id, 'parties.contact', contact)),
    asSystem(
      'What a person consented to stays with the person.',
      updateWhere('parties.consent', { subject: about }, { subject: { object: 'contact', id: contact } }),
    ),
  ];
}

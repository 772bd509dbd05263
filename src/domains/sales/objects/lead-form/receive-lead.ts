import type { Outcome } from '#kernel/action.ts';
import { type Change, create, type Decision } from '#kernel/change.ts';
import type { RecordOf, ValuesOf } from '#kernel/object.ts';
import type { FormAnswer } from '#kernel/public-form.ts';
import { type Acquaintance, acquaintanceOf } from '../../answers/acquaintance.ts';
import { whereFrom } from '../../answers/where-from.ts';
import { wordsOf } from '../../answers/words-of-answer.ts';
import { chooseOwner } from '../../routing/choose-owner.ts';
import { consentsOf } from './show-lead-form.ts';

type Form = RecordOf<'sales.leadForm'>;

/**
 * An answer becomes a lead with an owner. Somebody who is a lead already gets what he sent added to that one, so that
 * nothing is lost and nobody is called twice. Either way it is a touch, and what was agreed to is put down.
 */
export async function receiveLead(form: Form, answer: FormAnswer, decision: Decision): Promise<Outcome> {
  const known = await acquaintanceOf(answer.values, decision);
  const id = known.lead?.id ?? decision.newId();
  const made = known.lead
    ? { changes: [], owner: known.lead.owner }
    : await newLead(form, answer, known, id, decision);
  return {
    changes: [
      ...made.changes,
      create('activities.conversation', decision.newId(), {
        ...{ subject: form.name, channel: 'webForm', direction: 'inbound', startedAt: decision.now },
        ...{ body: wordsOf(answer), regarding: { object: 'lead', id }, contact: known.contact },
        owner: made.owner,
      }),
      ...(await consentsFor(form, answer, id, decision)),
    ],
    records: [{ object: 'sales.lead', id }],
  };
}

interface MadeLead {
  readonly changes: readonly Change[];
  readonly owner: string | null;
}

async function newLead(
  form: Form,
  answer: FormAnswer,
  { contact, earlier }: Acquaintance,
  id: string,
  decision: Decision,
): Promise<MadeLead> {
  const lead: ValuesOf<'sales.lead'> = {
    ...answer.values,
    ...nameFrom(answer.values),
    ...whereFrom(answer, form.campaign),
    source: form.source,
    leadForm: form.id,
    knownContact: contact,
    earlierLead: earlier,
    owner: null,
  };
  const routed = await chooseOwner(lead, decision, { rule: form.routingRule });
  return {
    changes: [create('sales.lead', id, { ...lead, ...routed?.values }), ...(routed?.changes ?? [])],
    owner: routed?.values.owner ?? null,
  };
}

/** A lead needs a name, and a form need not ask for one. */
function nameFrom({
  name,
  lastName,
  firstName,
  company,
  email,
  mobile,
  phone,
}: FormAnswer['values']): object {
  if (name || lastName || firstName) return {};
  return {
    name: company ?? String(email ?? '').split('@')[0] ?? null,
    ...(!company && !email && { name: mobile ?? phone }),
  };
}

async function consentsFor(
  form: Form,
  { agreements: asked, language, values, page, networkAddress, proof }: FormAnswer,
  id: string,
  decision: Decision,
): Promise<readonly Change[]> {
  const declared = await consentsOf(form, language, decision);
  return asked.map(({ key, text, given }) => {
    const origin = declared.find((one) => one.id === key);
    return create('parties.consent', decision.newId(), {
      purpose: origin?.purpose ?? 'other',
      legalBasis: origin?.legalBasis ?? 'consent',
      decision: given ? 'given' : 'refused',
      subject: { object: 'lead', id },
      person: String(values.name ?? values.email ?? values.mobile ?? '') || null,
      ...{ text, language: origin?.language ?? language, channel: 'webForm', givenAt: decision.now },
      ...{ address: networkAddress, page, proof },
    });
  });
}

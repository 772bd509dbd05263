import { instantInput } from '#kernel/field/date-time/date-time.ts';
import type { Fields } from '#kernel/fields.ts';
import { type Complaint, Refusal, Unacceptable } from '#kernel/problem.ts';
import type { FormAnswer } from '#kernel/public-form.ts';
import { objectNamed } from '#kernel/registry.ts';
import { actionInput } from '../actions/action-input.ts';
import { carryOut } from '../actions/carry-out.ts';
import { isZone } from '../people/known-zone.ts';
import type { Context } from '../records/context.ts';
import { decisionFor } from '../records/decision.ts';
import { describedForm } from './described-form.ts';
import type { OpenForm } from './open-form.ts';
import { pageFacts } from './page-facts.ts';
import { useChallenge } from './used-challenge.ts';

type Values = Readonly<Record<string, unknown>>;

/** Where an answer came from, as far as the server knows. */
export interface Sender {
  readonly networkAddress: string;
  /** The showing that it answers. */
  readonly nonce: string;
}

/**
 * Takes an answer in: every value as its field says, required ones and required agreements there, the showing not
 * answered before; then whatever the form makes of it is written, all or nothing. Returns the id of the record to which
 * whoever answered can come back, where there is one.
 */
export async function receiveAnswer(
  context: Context,
  form: OpenForm,
  body: Values,
  { networkAddress, nonce }: Sender,
): Promise<string | undefined> {
  const { shown, declaration, record } = form;
  const given = (body.agreements ?? {}) as Values;
  const complaints: Complaint[] = shown.agreements
    .filter(({ key, required }) => required && given[key] !== true)
    .map(({ key }) => ({ field: key, code: 'agreementNeeded' }));
  const time = declaration.times ? timeIn(body, complaints) : null;
  const timeZone = timeZoneIn(body, complaints);
  const values = await valuesOf(context, form, body.values, complaints);
  const answer: FormAnswer = {
    language: shown.language,
    ...{ values, time, timeZone },
    labels: Object.fromEntries(
      describedForm(context.registry, shown).fields.map(({ name, label }) => [name, label]),
    ),
    agreements: shown.agreements.map((asked) => ({ ...asked, given: given[asked.key] === true })),
    ...pageFacts(body),
    ...{ networkAddress, proof: nonce },
  };
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database, verb: 'publicForm' };
    await useChallenge(inside, nonce);
    const { changes, records } = await declaration.receive(record as never, answer, decisionFor(inside));
    await carryOut(inside, changes);
    return records?.find(({ object }) => object === declaration.kept?.object)?.id;
  });
}

/** The time that was chosen, in its canonical form; what is wrong with it is added to the complaints. */
export function timeIn({ time }: Values, complaints: Complaint[]): string | null {
  try {
    if (time === undefined || time === null || time === '') throw new Unacceptable('required');
    return instantInput(time);
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    complaints.push({ field: 'time', code: error.code, parameters: error.parameters });
    return null;
  }
}

function timeZoneIn({ timeZone }: Values, complaints: Complaint[]): string | null {
  if (timeZone === undefined || timeZone === null) return null;
  if (typeof timeZone === 'string' && timeZone.length <= 60 && isZone(timeZone)) return timeZone;
  const zone = String(timeZone).slice(0, 60);
  complaints.push({ field: 'timeZone', code: 'unknownZone', parameters: { zone } });
  return null;
}

async function valuesOf(
  context: Context,
  { shown }: OpenForm,
  given: unknown,
  complaints: Complaint[],
): Promise<Values> {
  const fields: Fields = Object.fromEntries(
    shown.fields.map(({ object, name, required }) => {
      const { default: _, ...field } = objectNamed(context.registry, object).fields.get(name) ?? {
        type: 'text' as const,
      };
      return [name, { ...field, required }];
    }),
  );
  const values = await actionInput(context, fields, given).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    complaints.unshift(...error.complaints);
    return {};
  });
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return values;
}

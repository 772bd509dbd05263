import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { idOf } from '../occurrences/times-taken.ts';
import type { Context } from '../records/context.ts';
import { updateRecord } from '../records/update.ts';
import { guestsIn, type Occasion, occasionOf, type Row, rowOf } from './occasion.ts';

/** What a guest can say. */
export const guestAnswers = ['accepted', 'tentative', 'declined'] as const;

/** An invitation as its guest finds it. */
export interface FoundInvitation {
  readonly guest: Row;
  readonly occasion: Occasion;
  /** Whether he is still asked. */
  readonly asked: 'yes' | 'off' | 'over';
}

/** The invitation of this id; undefined where nobody was invited. */
export async function findInvitation(context: Context, id: string): Promise<FoundInvitation | undefined> {
  const known = guestsIn(context.registry);
  const guest = known && (await rowOf(context, known.guests, id, ['occasion', 'answer']));
  const occasion = guest && (await occasionOf(context, idOf(guest.occasion) ?? ''));
  if (guest === undefined || occasion === undefined) return undefined;
  const asked = guest.binned || !occasion.stands ? 'off' : occasion.over ? 'over' : 'yes';
  return { guest, occasion, asked };
}

/** Keeps what a guest says. The same answer twice is one. */
export async function keepAnswer(
  context: Context,
  { guest, asked }: FoundInvitation,
  answer: (typeof guestAnswers)[number],
): Promise<void> {
  if (asked !== 'yes' || guest.answer === answer) return;
  const { guests } = guestsIn(context.registry) ?? {};
  if (guests !== undefined)
    await updateRecord(context, guests.name, guest.id, { answer, answeredAt: formatInstant(context.now) });
}

import { invitationText } from '../icalendar/write-invitation.ts';
import type { Context } from '../records/context.ts';
import { guestWords } from './guest-words.ts';
import type { Row } from './occasion.ts';
import { languageOf, type Told } from './told.ts';

const answers: Readonly<Record<string, string>> = {
  open: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  tentative: 'TENTATIVE',
  declined: 'DECLINED',
};

/**
 * What a guest's calendar is told (RFC 5546): of the guests he alone, and of what takes place its name, hours and place; what
 * else is written down of it is the company's.
 */
export function guestCalendar({ now }: Context, told: Told): string {
  const { occasion, guest, reached, sequence, link, comes, arranged } = told;
  const { object, occurs, record, start, end, repeats, series } = occasion;
  const by = record[occurs.invites.by] as Row | null;
  const { answerHere, changeHere } = guestWords(languageOf(told));
  return invitationText(
    {
      uid: series ?? record.id,
      summary: String(record[object.declaration.nameField] ?? ''),
      ...{ start, end, repeats, url: link, busy: true, version: sequence, changed: now },
      instead: series === undefined ? undefined : Date.parse(String(record.seriesAt)),
      place: occurs.place === undefined ? undefined : (record[occurs.place] as string | undefined),
      notes: comes ? `${arranged ? changeHere : answerHere}\n${link}` : undefined,
    },
    {
      organizer: { name: String(by?.name ?? ''), address: String(by?.email ?? '') },
      guest: { ...reached, answer: answers[String(guest.answer)] ?? 'NEEDS-ACTION' },
      comes,
    },
    now,
  );
}

import type { Happening } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import { consents } from '../lead-intake.ts';
import type { Random } from '../random.ts';

/** What those who came by a form agreed to when they sent it. */
export function agreements(random: Random, story: readonly Happening[]): readonly Happening[] {
  const agreed: Happening[] = [];
  for (const { kind, object, id, at, by, values } of story) {
    if (kind !== 'create' || object !== 'lead' || typeof values.leadForm !== 'string') continue;
    for (const { purpose, language, text } of consents.filter((one) => one.language === 'zh-CN')) {
      const given = {
        ...{ purpose, language, text, channel: 'webForm', subject: { object: 'lead', id } },
        ...{ decision: purpose === 'contact' || random.chance(0.4) ? 'given' : 'refused' },
        ...{ person: personName(values), page: values.landingPage },
        ...{ givenAt: new Date(at).toISOString(), address: `203.0.113.${random.whole(1, 254)}` },
      };
      const later = at + 1;
      agreed.push({
        kind: 'create',
        object: 'consent',
        id: identifierAt(random, later),
        at: later,
        by,
        values: given,
      });
    }
  }
  return agreed;
}

function personName({ name, lastName, firstName }: Happening['values']): unknown {
  const chinese = /\p{Script=Han}/u.test(String(lastName));
  return name ?? (chinese ? `${lastName}${firstName}` : `${firstName} ${lastName}`);
}

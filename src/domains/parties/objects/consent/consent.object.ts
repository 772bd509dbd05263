import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { defineObject } from '#kernel/object.ts';
import { consentChannels, consentDecisions, legalBases, purposes, reachingWays } from './consent-choices.ts';

/** What a person said about the use of his data, in the words that he was shown. Written once; a change of mind is a new one. */
export const consent = defineObject({
  name: 'parties.consent',
  icon: 'shield-check',
  defaultSort: '-givenAt',
  appendOnly: true,
  purpose: 'permission',
  personal: { purpose: 'evidence', ground: 'legalObligation', names: { person: 'full' } },
  derive: ({ text: words }) => ({ name: typeof words === 'string' ? words.slice(0, 60) : null }),
  indexes: [['purpose', '-givenAt']],
  fields: {
    name: text({ readOnly: true, search: 'text' }),
    purpose: choice(purposes, { required: true, immutable: true }),
    decision: choice(consentDecisions, { required: true, default: 'given', immutable: true }),
    /** Every way when empty. */
    ways: multiChoice(reachingWays, { immutable: true }),
    subject: regarding({ required: true }),
    person: text({ immutable: true, search: 'name', personal: 'identity' }),
    text: longText({ required: true, immutable: true }),
    language: choice({ en: 'grey', 'zh-CN': 'grey' }, { required: true, default: 'zh-CN', immutable: true }),
    channel: choice(consentChannels, { required: true, default: 'inPerson', immutable: true }),
    legalBasis: choice(legalBases, { required: true, default: 'consent', immutable: true }),
    givenAt: dateTime({ required: true, default: '$now', immutable: true }),
    expiresOn: date({ immutable: true }),
    address: text({ immutable: true, maxLength: 100, personal: 'online' }),
    page: url({ immutable: true, personal: 'online' }),
    proof: text({ immutable: true, maxLength: 500, personal: 'background' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'parties.consent': typeof consent;
  }
}

import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import type { AskedField, ShownForm } from '#kernel/public-form.ts';

type Page = RecordOf<'sales.bookingPage'>;
type Language = ShownForm['language'];

/** What names the consent of a page in an answer; a page asks for one. */
export const consentKey = 'consent';

/** A booking page as a guest sees it; closed when it is switched off or its owner is no longer here. */
export async function showBookingPage(
  page: Page,
  language: Language,
  decision: Decision,
): Promise<ShownForm | undefined> {
  if (!page.active || (await hostOf(page, decision)) === undefined) return undefined;
  const consent = said(language, page.consent, page.consentEnglish);
  return {
    language,
    switchable: true,
    title: titleOf(page, language),
    introduction: said(language, page.introduction, page.introductionEnglish),
    ...{ button: null, thanks: null, redirect: null, origins: ['*'] },
    fields: [
      asked('name', true),
      asked('email', true),
      asked('company'),
      asked('mobile'),
      { ...asked('description'), label: said(language, page.question, page.questionEnglish) },
    ],
    agreements: consent === null ? [] : [{ key: consentKey, text: consent, required: true }],
  };
}

/** What the meeting is called, in the language of whoever books it. */
export function titleOf({ name, title, titleEnglish }: Page, language: Language): string {
  return said(language, title, titleEnglish) ?? name;
}

/** Whose time is booked, as long as he works here. */
export async function hostOf({ owner }: Pick<Page, 'owner'>, decision: Decision) {
  if (owner === null) return undefined;
  const [host] = await decision.list('administration.user', { id: owner, active: true }, 1);
  return host;
}

function said(language: Language, chinese: string | null, english: string | null): string | null {
  return language === 'en' ? (english ?? chinese) : (chinese ?? english);
}

function asked(name: string, required = false): AskedField {
  return { object: 'sales.lead', name, required, label: null };
}

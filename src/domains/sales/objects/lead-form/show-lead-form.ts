import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import type { ShownForm } from '#kernel/public-form.ts';

type Form = RecordOf<'sales.leadForm'>;

/** A form as a stranger sees it, in the form's language or in his. */
export async function showLeadForm(
  form: Form,
  visitors: 'en' | 'zh-CN',
  decision: Decision,
): Promise<ShownForm | undefined> {
  if (!form.active) return undefined;
  const language = form.language === 'visitor' ? visitors : form.language;
  const [fields, consents] = await Promise.all([
    decision.list('sales.leadFormField', { form: form.id }),
    consentsOf(form, language, decision),
  ]);
  const said = (chinese: string | null, english: string | null) =>
    language === 'en' ? (english ?? chinese) : (chinese ?? english);
  return {
    language,
    title: said(form.title, form.titleEnglish),
    introduction: said(form.introduction, form.introductionEnglish),
    button: said(form.button, form.buttonEnglish),
    thanks: said(form.thanks, form.thanksEnglish),
    redirect: form.redirect,
    origins: (form.origins ?? '').split(/[\s,，;；]+/).filter((origin) => origin !== ''),
    fields: fields.map(({ field, required, label, labelEnglish }) => ({
      object: 'sales.lead',
      name: field,
      required,
      label: said(label, labelEnglish),
    })),
    agreements: consents.map(({ id, text, required }) => ({ key: id, text, required })),
  };
}

/** Each purpose in the language of the form; in the other one where it was written only there. */
export async function consentsOf(
  form: Form,
  language: 'en' | 'zh-CN',
  decision: Decision,
): Promise<readonly RecordOf<'sales.leadFormConsent'>[]> {
  const all = await decision.list('sales.leadFormConsent', { form: form.id });
  return all.filter(
    (one) =>
      one.language === language ||
      !all.some((other) => other.purpose === one.purpose && other.language === language),
  );
}

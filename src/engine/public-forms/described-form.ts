import type { AskedField, ShownForm } from '#kernel/public-form.ts';
import { objectNamed, type Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';

/** A form as a browser needs it to draw it. */
export interface DescribedForm extends Pick<ShownForm, 'language' | 'title' | 'introduction' | 'button'> {
  readonly fields: readonly DescribedField[];
  readonly agreements: ShownForm['agreements'];
}

interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Says what a form asks, in its language. */
export function describedForm(registry: Registry, shown: ShownForm): DescribedForm {
  const { language, title, introduction, button, fields, agreements } = shown;
  return {
    ...{ language, title, introduction, button, agreements },
    fields: fields.map((asked) => describedField(registry, asked, language)),
  };
}

function describedField(
  registry: Registry,
  { object, name, required, label }: AskedField,
  language: ShownForm['language'],
): DescribedField {
  const model = objectNamed(registry, object);
  const labels = labelsOf(registry, language);
  const { type, maxLength, choices } = model.fields.get(name) ?? { type: 'text' };
  return {
    ...{ name, type, required },
    label: label ?? labels.field(model, name),
    ...(maxLength !== undefined && { maxLength }),
    ...(choices && {
      choices: choices.map(({ value }) => ({ value, label: labels.choice(model, name, value) })),
    }),
  };
}

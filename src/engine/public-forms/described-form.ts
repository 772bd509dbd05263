import type { AskedField, OfferedTimes, ShownForm } from '#kernel/public-form.ts';
import { objectNamed, type Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';

/** A form as a browser needs it to draw it. */
export interface DescribedForm extends Pick<ShownForm, 'language' | 'title' | 'introduction' | 'button'> {
  readonly switchable: boolean;
  readonly fields: readonly DescribedField[];
  readonly agreements: ShownForm['agreements'];
  /** Where a time is to be chosen, those that can be. */
  readonly times?: OfferedTimes;
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
export function describedForm(registry: Registry, shown: ShownForm, times?: OfferedTimes): DescribedForm {
  const { language, switchable = false, title, introduction, button, fields, agreements } = shown;
  return {
    ...{ language, switchable, title, introduction, button, agreements },
    ...(times && { times }),
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

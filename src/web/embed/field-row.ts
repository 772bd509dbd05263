import { element } from './element.ts';
import type { AskedAgreement, AskedField } from './form-answer.ts';
import type { FormTexts } from './texts.ts';

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One thing that is asked: its name, where to write it, and where a complaint about it stands. */
export interface FieldRow {
  readonly name: string;
  readonly row: HTMLElement;
  readonly input: Input;
  value(): unknown;
  complain(message: string): void;
}

/** What browsers fill in by themselves, by the usual names. */
const known: Readonly<Record<string, string>> = {
  name: 'name',
  lastName: 'family-name',
  firstName: 'given-name',
  company: 'organization',
  title: 'organization-title',
  mobile: 'tel',
  phone: 'tel',
  email: 'email',
  website: 'url',
};

const kinds: Readonly<Record<string, string>> = { email: 'email', phone: 'tel', url: 'url', date: 'date' };

export function fieldRow(field: AskedField, texts: FormTexts): FieldRow {
  const { name, label, required, type } = field;
  const input = inputFor(field, texts);
  const fault = element('div', { class: 'fault', id: `${name}-fault`, role: 'alert' });
  const row = element(
    'div',
    { class: type === 'longText' ? 'wide' : undefined },
    element('label', { class: 'name', for: name }, label, optionalMark(required, texts)),
    input,
    fault,
  );
  return { name, row, input, value: () => input.value.trim() || null, complain: complainer(input, fault) };
}

/** Something to agree to: a box that the person ticks himself. */
export function agreementRow({ key, text, required }: AskedAgreement, texts: FormTexts): FieldRow {
  const input = element('input', {
    type: 'checkbox',
    id: key,
    name: key,
    'aria-required': required ? 'true' : undefined,
    'aria-describedby': `${key}-fault`,
  });
  const fault = element('div', { class: 'fault', id: `${key}-fault`, role: 'alert' });
  const row = element(
    'div',
    { class: 'agree' },
    input,
    element('label', { for: key }, text, optionalMark(required, texts)),
    fault,
  );
  return { name: key, row, input, value: () => input.checked, complain: complainer(input, fault) };
}

function optionalMark(required: boolean, { optional }: FormTexts): HTMLElement | null {
  return required ? null : element('span', { class: 'mark' }, ` · ${optional}`);
}

function complainer(input: Input, fault: HTMLElement): (message: string) => void {
  return (message) => {
    fault.textContent = message;
    if (message === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
  };
}

function inputFor({ name, type, required, maxLength, choices }: AskedField, texts: FormTexts): Input {
  const shared = {
    id: name,
    name,
    'aria-required': required ? 'true' : undefined,
    'aria-describedby': `${name}-fault`,
    maxlength: maxLength,
    autocomplete: known[name],
  };
  if (choices)
    return element(
      'select',
      shared,
      element('option', { value: '' }, texts.choose),
      ...choices.map(({ value, label }) => element('option', { value }, label)),
    );
  if (type === 'longText') return element('textarea', { ...shared, rows: 4 });
  const numeric = ['integer', 'decimal', 'money', 'percent'].includes(type) ? 'decimal' : undefined;
  return element('input', { ...shared, type: kinds[type] ?? 'text', inputmode: numeric });
}

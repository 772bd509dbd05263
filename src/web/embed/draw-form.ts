import { type AnswerPlace, type FormPlace, fetchForm, isProblem, sendAnswer } from './ask-server.ts';
import { drawKept } from './draw-kept.ts';
import { element } from './element.ts';
import { agreementRow, type FieldRow, fieldRow } from './field-row.ts';
import type { Challenge, Problem, ShownForm, Thanks } from './form-answer.ts';
import { heading } from './heading.ts';
import { languageSwitch } from './language-switch.ts';
import { solve } from './solve.ts';
import { textsIn } from './texts.ts';
import { timeChoice } from './time-choice.ts';

/** What a visitor had written before the form had to be drawn anew, and why it had to be. */
interface Earlier {
  readonly values: Readonly<Record<string, unknown>>;
  readonly time?: string | null | undefined;
  readonly zone?: string | undefined;
  readonly reason: string;
}

/** Draws a form into a root of its own, and sees it through to the thanks. */
export async function drawForm(root: ShadowRoot, place: FormPlace, earlier?: Earlier): Promise<void> {
  const shown = await fetchForm(place);
  if (isProblem(shown)) {
    const texts = textsIn(place.language ?? navigator.language);
    const reason = shown.errors?.[0]?.message ?? (shown.status === 0 ? texts.away : texts.closed);
    root.replaceChildren(element('p', { role: 'status' }, reason));
    return;
  }
  const texts = textsIn(shown.language);
  const work = solved(shown.challenge);
  const rows = shown.fields.map((field) => fieldRow(field, texts));
  const agreements = shown.agreements.map((asked) => agreementRow(asked, texts));
  const trap = element('input', { type: 'text', name: 'second-page', tabindex: -1, autocomplete: 'off' });
  const choice = shown.times && timeChoice(shown.times, shown.language, texts, earlier);
  const label = shown.button ?? (choice ? texts.book : texts.send);
  const button = element('button', { type: 'submit' }, label);
  const written = (reason: string) => ({
    values: Object.fromEntries(rows.map((row) => [row.name, row.value()])),
    ...{ time: choice?.value(), zone: choice?.zone, reason },
  });
  const fault = element('div', { class: 'fault', role: 'alert' });
  const form = element(
    'form',
    { novalidate: true, lang: shown.language },
    shown.switchable
      ? languageSwitch(shown.language, (language) => drawForm(root, { ...place, language }, written('')))
      : null,
    shown.title && heading(place, shown.title, shown.language),
    shown.introduction && element('p', {}, shown.introduction),
    choice?.row,
    element('div', { class: 'fields' }, ...rows.map(({ row }) => row)),
    element('div', { class: 'trap', 'aria-hidden': 'true' }, trap),
    ...agreements.map(({ row }) => row),
    fault,
    button,
  );
  root.replaceChildren(form);
  for (const row of rows) row.input.value = String(earlier?.values[row.name] ?? '');
  fault.textContent = earlier?.reason ?? '';

  const all: readonly Asked[] = [...(choice ? [choice] : []), ...rows, ...agreements];
  let current = work;
  const send = async () => {
    const challenge = await current;
    const answer = await sendAnswer(place, {
      ...challenge,
      trap: trap.value,
      values: written('').values,
      ...(choice && { time: choice.value(), timeZone: choice.zone }),
      agreements: Object.fromEntries(agreements.map((row) => [row.name, row.value()])),
      page: pageAddress(),
      referrer: document.referrer,
    });
    if (!isProblem(answer) && answer.back !== undefined)
      return drawKept(root, answerAt(place, answer.back), 'booked');
    if (!isProblem(answer)) return thank(root, form, answer, texts.thanks);
    if (answer.errors?.some(({ code }) => code === 'formSent'))
      return thank(root, form, { thanks: null, redirect: null }, texts.thanks);
    const changed = answer.errors?.find(({ code }) => code === 'formChanged');
    if (changed) return drawForm(root, place, written(changed.message));
    trap.value = '';
    if (answer.errors?.some(({ field }) => field === 'challenge')) current = freshly(place);
    if (choice && answer.errors?.some(({ field }) => field === 'time')) {
      const fresh = await fetchForm(place);
      if (!isProblem(fresh) && fresh.times) choice.offer(fresh.times);
    }
    complain(answer, all, fault, answer.status === 0 ? texts.away : texts.again);
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    for (const row of all) row.complain('');
    fault.textContent = '';
    if (!complete(shown, all, texts.required)) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = texts.sending;
    await send();
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  });
}

interface Solved {
  readonly token: string;
  readonly solution: string;
}

/** Works the task out, and lets no answer go before a person could have written it. */
async function solved(challenge: Challenge): Promise<Solved> {
  const earliest = Date.now() + challenge.least * 1000 + 200;
  const solution = await solve(challenge);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, earliest - Date.now())));
  return { token: challenge.token, solution };
}

/** A new task, when the last one was too old or not accepted. */
async function freshly(place: FormPlace): Promise<Solved> {
  const shown = await fetchForm(place);
  return isProblem(shown) ? { token: '', solution: '' } : solved(shown.challenge);
}

/** One thing that is asked, whatever it looks like. */
type Asked = Pick<FieldRow, 'name' | 'value' | 'complain'> & { readonly input: { focus(): void } };

/** Where an answer is found again, by the address that the server tells. */
function answerAt(place: FormPlace, back: string): AnswerPlace {
  return { ...place, answer: back.split('/').slice(-2).join('/') };
}

/** Whether everything that is needed is there; the first thing missing is gone to. */
function complete(
  { fields, agreements, times }: ShownForm,
  rows: readonly Asked[],
  message: string,
): boolean {
  const needed = new Set([
    ...(times ? ['time'] : []),
    ...fields.filter(({ required }) => required).map(({ name }) => name),
    ...agreements.filter(({ required }) => required).map(({ key }) => key),
  ]);
  const missing = rows.filter((row) => needed.has(row.name) && !row.value());
  for (const row of missing) row.complain(message);
  missing[0]?.input.focus();
  return missing.length === 0;
}

function complain(problem: Problem, rows: readonly Asked[], fault: HTMLElement, otherwise: string): void {
  const { errors = [] } = problem;
  const named = rows.filter((row) => errors.some(({ field }) => field === row.name));
  for (const row of named) row.complain(errors.find(({ field }) => field === row.name)?.message ?? otherwise);
  const rest = errors.find(({ field }) => !rows.some(({ name }) => name === field));
  if (named.length === 0) fault.textContent = rest?.message ?? problem.title ?? otherwise;
  named[0]?.input.focus();
}

function thank(root: ShadowRoot, form: HTMLElement, { thanks, redirect }: Thanks, usual: string): void {
  const end = element(
    'div',
    { class: 'end', tabindex: -1, role: 'status' },
    element('p', {}, thanks ?? usual),
  );
  form.remove();
  root.append(end);
  end.focus();
  if (redirect !== null) location.assign(redirect);
}

/** The page that a person sees: for a form in a frame, the one around it, as far as it can be known. */
function pageAddress(): string {
  return location.href.split('#')[0] ?? location.href;
}

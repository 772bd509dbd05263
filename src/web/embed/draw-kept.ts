import { type AnswerPlace, addressOf, changeKept, fetchKept, isProblem } from './ask-server.ts';
import { element } from './element.ts';
import type { KeptAnswer, Problem } from './form-answer.ts';
import { heading } from './heading.ts';
import { languageSwitch } from './language-switch.ts';
import { type FormTexts, textsIn } from './texts.ts';
import { timeChoice } from './time-choice.ts';
import { ownZone, spanWritten } from './zones.ts';

/** Draws what somebody has answered: what it has become, and what he can still do about it. */
export async function drawKept(root: ShadowRoot, place: AnswerPlace, news?: keyof FormTexts): Promise<void> {
  const found = await fetchKept(place);
  if (isProblem(found)) {
    const texts = textsIn(place.language ?? navigator.language);
    root.replaceChildren(element('p', { role: 'status' }, found.status === 0 ? texts.away : texts.gone));
    return;
  }
  showKept(root, place, found, news);
}

function showKept(root: ShadowRoot, place: AnswerPlace, kept: KeptAnswer, news?: keyof FormTexts): void {
  const { language, name, by, place: where, from, to, timeZone, state } = kept;
  const texts = textsIn(language);
  const status = element('p', { role: 'status', tabindex: -1, class: 'news' }, texts[news ?? state]);
  const facts = [
    from !== null && ([texts.when, spanWritten(from, to, language, timeZone ?? ownZone())] as const),
    by !== null && ([texts.withWhom, by] as const),
    where !== null && ([texts.where, where] as const),
  ].filter((fact) => fact !== false);
  const below = element('div', { class: 'below' });
  const end = element(
    'div',
    { class: 'end', lang: language },
    languageSwitch(language, (to) => drawKept(root, { ...place, language: to }, news)),
    status,
    heading(place, name === '' ? texts.stands : name, language),
    element(
      'dl',
      {},
      ...facts.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]),
    ),
    below,
  );
  root.replaceChildren(end);
  if (news !== undefined) status.focus();
  if (state === 'stands') offerChanges(root, place, kept, below, texts);
}

function offerChanges(
  root: ShadowRoot,
  place: AnswerPlace,
  kept: KeptAnswer,
  below: HTMLElement,
  texts: FormTexts,
): void {
  const again = () => offerChanges(root, place, kept, below, texts);
  const move = button(texts.move, () => chooseAnother(root, place, kept, below, texts, again));
  const cancel = button(texts.cancel, () => askToCancel(root, place, below, texts, again), 'quiet');
  below.replaceChildren(
    element('div', { class: 'buttons' }, move, cancel),
    element(
      'p',
      { class: 'mark' },
      texts.comeBack,
      ' ',
      element('a', { href: addressOf(place) }, texts.address),
    ),
  );
}

function chooseAnother(
  root: ShadowRoot,
  place: AnswerPlace,
  { times, language, timeZone }: KeptAnswer,
  below: HTMLElement,
  texts: FormTexts,
  leave: () => void,
): void {
  const offered = times ?? { starts: [], minutes: 0, timeZone: 'UTC' };
  const choice = timeChoice(offered, language, texts, { zone: timeZone });
  const confirm = button(texts.confirmMove, async () => {
    const time = choice.value();
    if (time === null) {
      choice.complain(texts.required);
      return choice.input.focus();
    }
    const answer = await changeKept(place, { time });
    if (!isProblem(answer)) return showKept(root, place, answer, 'moved');
    const fresh = await fetchKept(place);
    if (!isProblem(fresh) && fresh.times) choice.offer(fresh.times);
    choice.complain(faultOf(answer, texts));
    choice.input.focus();
  });
  const back = button(texts.back, leave, 'quiet');
  below.replaceChildren(choice.row, element('div', { class: 'buttons' }, confirm, back));
  choice.input.focus();
}

function askToCancel(
  root: ShadowRoot,
  place: AnswerPlace,
  below: HTMLElement,
  texts: FormTexts,
  leave: () => void,
): void {
  const fault = element('div', { class: 'fault', role: 'alert' });
  const confirm = button(texts.confirmCancel, async () => {
    const answer = await changeKept(place, { withdraw: true });
    if (!isProblem(answer)) return showKept(root, place, answer, 'cancelled');
    fault.textContent = faultOf(answer, texts);
  });
  const keep = button(texts.keep, leave, 'quiet');
  below.replaceChildren(
    element('p', {}, texts.sureToCancel),
    fault,
    element('div', { class: 'buttons' }, confirm, keep),
  );
  keep.focus();
}

function faultOf({ status, errors, title }: Problem, texts: FormTexts): string {
  return status === 0 ? texts.away : (errors?.[0]?.message ?? title ?? texts.again);
}

/** A button that does one thing at a time. */
function button(label: string, act: () => unknown, kind?: 'quiet'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', async () => {
    if (made.getAttribute('aria-disabled') === 'true') return;
    made.setAttribute('aria-disabled', 'true');
    await act();
    made.removeAttribute('aria-disabled');
  });
  return made;
}

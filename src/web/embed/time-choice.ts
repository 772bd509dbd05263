import type { OfferedTimes } from '#kernel/public-form.ts';
import { element } from './element.ts';
import type { FormTexts } from './texts.ts';
import { ownZone, written, zoneName, zonesFrom } from './zones.ts';

/** A time to be chosen: first a day, then an hour, on a clock of one's own choice. */
export interface TimeChoice {
  readonly name: 'time';
  readonly row: HTMLElement;
  /** What is gone to when something is wrong. */
  readonly input: { focus(): void };
  readonly zone: string;
  value(): string | null;
  complain(message: string): void;
  /** Offers other times; one that was chosen and is no longer there is not chosen any more. */
  offer(times: OfferedTimes): void;
}

/** Days shown at first, and further ones at a time. */
const daysAtOnce = 8;

export function timeChoice(
  offered: OfferedTimes,
  language: string,
  texts: FormTexts,
  earlier: { readonly time?: string | null; readonly zone?: string | null } = {},
): TimeChoice {
  let times = offered;
  let zone = earlier.zone ?? ownZone();
  let chosen = earlier.time ?? null;
  let day: string | undefined;
  let shown = daysAtOnce;

  const zones = element('select', { id: 'zone', 'aria-label': texts.zone });
  for (const each of zonesFrom([zone, ownZone(), offered.timeZone]))
    zones.append(element('option', { value: each, selected: each === zone }, zoneName(each)));
  const days = element('div', { class: 'chips', role: 'radiogroup', 'aria-label': texts.day });
  const clocks = element('div', {
    ...{
      class: 'chips clocks',
      role: 'radiogroup',
      'aria-label': texts.time,
      'aria-describedby': 'time-fault',
    },
  });
  const more = element('button', { type: 'button', class: 'quiet' }, texts.moreDays);
  const none = element('p', { role: 'status' });
  const fault = element('div', { class: 'fault', id: 'time-fault', role: 'alert' });
  const row = element(
    'fieldset',
    { class: 'times' },
    element('legend', {}, `${texts.chooseTime} · ${offered.minutes} ${texts.minutes}`),
    element('label', { class: 'name', for: 'zone' }, texts.zone),
    zones,
    none,
    days,
    more,
    clocks,
    fault,
  );

  const dayOf = (start: string) => written(start, 'sv', { timeZone: zone, dateStyle: 'short' });
  const draw = () => {
    const byDay = new Map<string, string[]>();
    for (const start of times.starts) byDay.set(dayOf(start), [...(byDay.get(dayOf(start)) ?? []), start]);
    if (chosen !== null && times.starts.includes(chosen)) day = dayOf(chosen);
    else chosen = null;
    if (day === undefined || !byDay.has(day)) day = byDay.keys().next().value;
    const all = [...byDay.keys()];
    shown = Math.max(shown, all.indexOf(day ?? '') + 1);
    none.textContent = all.length === 0 ? texts.noTimes : '';
    more.hidden = all.length <= shown;
    days.replaceChildren(
      ...all.slice(0, shown).map((each) => {
        const [first = ''] = byDay.get(each) ?? [];
        const label = written(first, language, {
          ...{ timeZone: zone, month: 'short', day: 'numeric', weekday: 'short' },
        });
        return chip('day', each, label, each === day, () => {
          day = each;
          chosen = null;
          drawClocks(byDay.get(each) ?? []);
        });
      }),
    );
    drawClocks(byDay.get(day ?? '') ?? []);
  };
  const drawClocks = (starts: readonly string[]) =>
    clocks.replaceChildren(
      ...starts.map((start) =>
        chip(
          'time',
          start,
          written(start, language, { timeZone: zone, timeStyle: 'short' }),
          start === chosen,
          () => {
            chosen = start;
            fault.textContent = '';
          },
        ),
      ),
    );
  zones.addEventListener('change', () => {
    zone = zones.value;
    draw();
  });
  more.addEventListener('click', () => {
    const from = shown;
    shown += daysAtOnce;
    draw();
    days.querySelectorAll('input')[from]?.focus();
  });
  draw();
  return {
    ...{ name: 'time', row },
    input: { focus: () => (row.querySelector('input') ?? zones).focus() },
    get zone() {
      return zone;
    },
    value: () => chosen,
    complain(message) {
      fault.textContent = message;
    },
    offer(next) {
      times = next;
      draw();
    },
  };
}

/** One of several, as a button that stays pressed; arrow keys move between them as in any group of radio buttons. */
function chip(name: string, value: string, label: string, checked: boolean, choose: () => void): HTMLElement {
  const input = element('input', { type: 'radio', name, value, checked });
  input.addEventListener('change', choose);
  return element('label', { class: 'chip' }, input, element('span', {}, label));
}

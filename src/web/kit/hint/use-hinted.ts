import { useEffect, useState } from 'react';

/** An element that says something of itself, and what. */
export interface Hinted {
  readonly element: HTMLElement;
  readonly text: string;
}

/** How long a pointer rests on an element before it says something, in milliseconds. */
const rest = 350;

/** For so long after one has spoken the next speaks at once, in milliseconds. */
const goingOn = 300;

/** The element under the mouse, or the one that keys have come to, that has a hint; none after a click or Escape. */
export function useHinted(): Hinted | undefined {
  const [hinted, setHinted] = useState<Hinted>();
  useEffect(() => {
    let near: HTMLElement | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let speaking = false;
    let spoke = Number.NEGATIVE_INFINITY;
    const say = (said: Hinted | undefined) => {
      clearTimeout(timer);
      if (speaking) spoke = performance.now();
      speaking = said !== undefined;
      setHinted(said);
    };
    const forget = () => say(undefined);
    const turnTo = (target: EventTarget | null) => {
      const element = hintedAt(target);
      if (element === near) return;
      near = element;
      forget();
      // What it says may have changed until then.
      if (element)
        timer = setTimeout(() => say(saidBy(element)), performance.now() - spoke < goingOn ? 0 : rest);
    };
    const stop = new AbortController();
    const on = <Kind extends keyof DocumentEventMap>(
      kind: Kind,
      react: (event: DocumentEventMap[Kind]) => void,
    ) => document.addEventListener(kind, react, { signal: stop.signal, capture: true, passive: true });
    on('pointerover', ({ target, pointerType }) => turnTo(pointerType === 'mouse' ? target : null));
    on('pointerout', ({ relatedTarget }) => relatedTarget ?? turnTo(null));
    on('focusin', ({ target }) => turnTo((target as Element).matches(':focus-visible') ? target : null));
    on('focusout', () => turnTo(null));
    on('pointerdown', forget);
    on('keydown', ({ key }) => key === 'Escape' && forget());
    return () => {
      stop.abort();
      forget();
    };
  }, []);
  return hinted;
}

function hintedAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-hint]') ?? undefined) : undefined;
}

function saidBy(element: HTMLElement): Hinted | undefined {
  const text = element.dataset.hint;
  return text && element.isConnected ? { element, text } : undefined;
}

import type { FormPlace } from './ask-server.ts';
import { element } from './element.ts';

/** What the form is called: the heading of its page, or of a part of somebody else's. */
export function heading({ alone }: FormPlace, text: string, language: string): HTMLElement {
  if (alone) document.documentElement.lang = language;
  return element(alone ? 'h1' : 'h2', {}, text);
}

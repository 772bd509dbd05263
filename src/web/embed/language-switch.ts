import { element } from './element.ts';
import type { Language } from './form-answer.ts';

/** A button that shows all of it in the other language. */
export function languageSwitch(language: Language, change: (to: Language) => void): HTMLElement {
  const [to, label] = language === 'en' ? (['zh-CN', '中文'] as const) : (['en', 'English'] as const);
  const button = element('button', { type: 'button', class: 'quiet switch', lang: to }, label);
  button.addEventListener('click', () => change(to));
  return button;
}

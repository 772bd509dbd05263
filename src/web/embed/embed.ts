import { drawForm } from './draw-form.ts';
import { drawKept } from './draw-kept.ts';
import { style } from './style.ts';

/**
 * `<script src="https://…/forms/embed.js" data-form="workspace/id" async></script>` shows a form where it stands, on
 * any site; with `data-answer`, what somebody has answered: apart from the page's own styles, without cookies, and under a strict content policy.
 */
for (const script of document.querySelectorAll<HTMLScriptElement>('script[data-form]')) {
  const { form, answer, language, alone, drawn } = script.dataset;
  if (form === undefined || drawn !== undefined) continue;
  script.dataset.drawn = '';
  const host = document.createElement('div');
  script.after(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const place = { server: new URL(script.src).origin, form, language, alone: alone !== undefined };
  if (answer === undefined) drawForm(root, place);
  else drawKept(root, { ...place, answer });
}

import { drawForm } from './draw-form.ts';
import { style } from './style.ts';

/**
 * `<script src="https://…/forms/embed.js" data-form="workspace/id" async></script>` shows a form where it stands, on
 * any site: apart from the page's own styles, without cookies, and under a strict content policy.
 */
for (const script of document.querySelectorAll<HTMLScriptElement>('script[data-form]')) {
  const { form, language, drawn } = script.dataset;
  if (form === undefined || drawn !== undefined) continue;
  script.dataset.drawn = '';
  const host = document.createElement('div');
  script.after(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  drawForm(root, { server: new URL(script.src).origin, form, language });
}

/**
 * How a form looks on somebody else's page: its fonts and colours are the page's, unless the page sets the custom
 * properties below. Sheets made by script need no exception in a page's content policy.
 */
export const style = `
:host { display: block; color: inherit; font: inherit; line-height: 1.5; container-type: inline-size;
  --accent: var(--form-accent, #b3261e); --line: var(--form-line, color-mix(in srgb, currentColor 32%, transparent)); --radius: var(--form-radius, 6px); }
* { box-sizing: border-box; }
form, .end { display: grid; gap: 16px; margin: 0; }
.fields { display: grid; gap: 16px; grid-template-columns: 1fr; }
@container (min-width: 480px) { .fields { grid-template-columns: 1fr 1fr; } .wide { grid-column: 1 / -1; } }
h1, h2 { font-size: 1.35em; line-height: 1.3; margin: 0; text-wrap: balance; }
p { margin: 0; white-space: pre-line; }
label.name { display: block; font-size: .9em; margin-bottom: 4px; font-weight: 500; }
.mark { opacity: .65; font-weight: 400; }
input:not([type=checkbox]), select, textarea { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; font-size: max(16px, 1em);
  color: inherit; background: var(--form-field, transparent); border: 1px solid var(--line); border-radius: var(--radius); }
select option { color: CanvasText; background: Canvas; }
textarea { min-height: 96px; resize: vertical; }
:is(input, select, textarea):focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
[aria-invalid=true] { border-color: #d92d20; }
.fault { color: light-dark(#b42318, #ff9b90); font-size: .875em; margin-top: 4px; }
.fault:empty { display: none; }
.agree { display: grid; grid-template-columns: 24px 1fr; gap: 8px; align-items: start; font-size: .9em; }
.agree input { width: 20px; height: 20px; margin: 1px 0 0; accent-color: var(--accent); }
.agree .fault { grid-column: 2; }
.times { display: grid; gap: 12px; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0 0 8px; font-weight: 600; }
.times label.name { margin-bottom: -8px; }
.chips { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(112px, 1fr)); }
.clocks { grid-template-columns: repeat(auto-fill, minmax(92px, 1fr)); }
.chips:empty, .times p:empty { display: none; }
.chip { position: relative; display: block; }
.chip input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.chip span { display: grid; place-items: center; min-height: 44px; padding: 4px 8px; border: 1px solid var(--line); border-radius: var(--radius);
  font-variant-numeric: tabular-nums; text-align: center; }
.chip:hover span { border-color: currentColor; }
.chip :checked + span { color: #fff; background: var(--accent); border-color: var(--accent); font-weight: 600; }
.chip :focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 16px; margin: 0; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
.news { font-weight: 600; }
.news:focus { outline: none; }
.below { display: grid; gap: 16px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
a { color: inherit; }
.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
button { min-height: 44px; padding: 8px 24px; font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 0;
  border-radius: var(--radius); cursor: pointer; justify-self: start; }
button:hover { filter: brightness(1.08); }
button[aria-disabled=true] { opacity: .6; cursor: progress; }
button.quiet { color: inherit; background: none; border: 1px solid var(--line); font-weight: 500; }
button.switch { justify-self: end; min-height: 36px; padding: 4px 12px; font-size: .875em; }
@container (max-width: 479px) { button.switch { justify-self: end !important; } }
@container (max-width: 479px) { button { justify-self: stretch; } }
`;

import type { Locale } from '../http/texts.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import type { Called, ProcessingActivity, ProcessingRegister } from './register.ts';
import { registerText } from './register-text.ts';

const style =
  'body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:960px;margin:40px auto;padding:0 20px;color:#222}h1{margin-bottom:0}h2{margin-top:36px;border-bottom:1px solid #ddd}h3{margin:24px 0 4px}.faint{color:#777;margin-top:0}dl{display:grid;grid-template-columns:minmax(120px,220px) 1fr;gap:2px 16px;margin:12px 0}dt{color:#777}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}table{border-collapse:collapse;width:100%;margin:8px 0}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #eee;padding:4px 12px 4px 0;overflow-wrap:anywhere}th{color:#777;font-weight:500}section{break-inside:avoid-page}@media print{body{margin:0;max-width:none}}';

/** The register as a page to read, print and hand to an authority, without the product. */
export function registerPage(register: ProcessingRegister, locale: Locale): string {
  const say = (name: string) => registerText(locale, name);
  const e = escapeHtml;
  const { company, responsibility, recipients, retention, measures, assessments, unstated } = register;
  const colon = locale === 'en' ? ': ' : '：';
  const heading = (name: string) => `<h2>${e(say(name))}</h2>`;
  const stated = (text: string | undefined) => text ?? say('notStated');
  const responsible = (['address', 'reach', 'officer', 'officerReach', 'representative'] as const).map(
    (part) => [say(part), stated(responsibility[part])] as const,
  );
  const toWhom = recipients.map(
    ({ kind, label, address }) =>
      [say(`recipient.${kind}`), [label, address].filter(Boolean).join(' · ')] as const,
  );
  const rules = retention.map(
    ({ object, name, months }) => [`${object.label} · ${name}`, String(months)] as const,
  );
  const risks = assessments.map(
    (each) =>
      [
        `${each.object.label}${colon}${names(each.fields, locale)}`,
        each.risks ?? '–',
        each.assessedOn ?? say('notAssessed'),
      ] as const,
  );
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(`${say('title')} · ${company}`)}</title><style>${style}</style>
<h1>${e(say('title'))}</h1><p class="faint">${e(`${say('under')} · ${say('asOf')} ${register.at.slice(0, 10)}`)}</p>
${heading('responsible')}${list([[say('company'), company], ...responsible])}
${heading('activities')}${register.activities.map((activity) => described(activity, locale)).join('\n')}
${heading('recipients')}${toWhom.length > 0 ? list(toWhom) : `<p>${e(say('noRecipients'))}</p>`}
${heading('transfers')}<p>${e(stated(responsibility.transfers))}</p>
${heading('retention')}${rules.length > 0 ? table([say('object'), say('months')], rules) : `<p>${e(say('noRules'))}</p>`}
${heading('measures')}<ul>${measures.map(({ text }) => `<li>${e(text)}</li>`).join('')}</ul>
${heading('assessments')}${table([say('field'), say('risks'), say('assessedOn')], risks)}
${unstated.length > 0 ? `${heading('unstated')}<ul>${unstated.map(({ object, field }) => `<li>${e(`${object.label}${colon}${field.label}`)}</li>`).join('')}</ul>` : ''}</html>`;
}

function described({ purpose, ground, people, fields }: ProcessingActivity, locale: Locale): string {
  const say = (name: string) => registerText(locale, name);
  const rows = [
    ...Map.groupBy(fields, (field) =>
      [field.object.value, field.kind.value, field.months, field.sealed].join(' '),
    ).values(),
  ].map((group) => {
    const marks = [group[0]?.sensitive && say('sensitive'), group[0]?.sealed && say('sealed')].filter(
      Boolean,
    );
    return [
      group[0]?.object.label ?? '',
      [group[0]?.kind.label, ...marks].join(' · '),
      names(group, locale),
      group[0]?.months === null ? say('asLongAs') : String(group[0]?.months),
    ];
  });
  const facts = list([
    [say('ground'), ground.label],
    [say('people'), names(people, locale)],
  ]);
  return `<section><h3>${escapeHtml(purpose.label)}</h3>${facts}${table([say('object'), say('kind'), say('field'), say('months')], rows)}</section>`;
}

function names(called: readonly Called[], locale: Locale): string {
  return called.map(({ label }) => label).join(locale === 'en' ? ', ' : '、');
}

function list(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (kind: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${kind}>${escapeHtml(cell)}</${kind}>`).join('')}</tr>`;
  return `<table><thead>${cells('th', heads)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

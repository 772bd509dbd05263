import { objectNamed } from '#kernel/registry.ts';
import { type Labels, labelsOf } from '../http/labels.ts';
import { problemText } from '../http/texts.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import type { Context } from '../records/context.ts';
import type { Held, SubjectData } from './subject-data.ts';

const style =
  'body{font:15px/1.6 system-ui,sans-serif;max-width:760px;margin:40px auto;padding:0 20px;color:#222}h2{margin-top:36px;border-bottom:1px solid #ddd}dl{display:grid;grid-template-columns:180px 1fr;gap:2px 16px;margin:16px 0}dt{color:#777}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}';

/** What is known of a person, in the words of whoever asks, to be read without the product. */
export function subjectPage(context: Context, { records, history }: SubjectData): string {
  const { locale } = context.actor;
  const labels = labelsOf(context.registry, locale);
  const title = problemText(locale, 'subjectTitle', { company: context.workspace.label });
  const sections = Object.entries(records)
    .filter(([, all]) => all.length > 0)
    .map(([object, all]) => section(context, labels, object, all));
  const log = problemText(locale, 'subjectHistory', { count: history.length });
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style>
<h1>${escapeHtml(title)}</h1><p>${new Date(context.now).toISOString().slice(0, 10)}</p>
${sections.join('\n')}<p>${escapeHtml(log)}</p></html>`;
}

function section(context: Context, labels: Labels, name: string, all: readonly Held[]): string {
  const object = objectNamed(context.registry, name);
  const lists = all.map((record) => {
    const rows = Object.entries(record)
      .filter(([field, value]) => object.allFields.has(field) && !empty(value))
      .map(
        ([field, value]) =>
          `<dt>${escapeHtml(labels.field(object, field))}</dt><dd>${escapeHtml(said(labels, value, (choice) => labels.choice(object, field, choice), object.allFields.get(field)?.choices !== undefined))}</dd>`,
      );
    return `<dl>${rows.join('')}</dl>`;
  });
  return `<h2>${escapeHtml(labels.object(object, 'plural'))}</h2>${lists.join('')}`;
}

function empty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function said(labels: Labels, value: unknown, choice: (value: string) => string, chosen: boolean): string {
  if (Array.isArray(value)) return value.map((each) => said(labels, each, choice, chosen)).join(', ');
  if (typeof value === 'object' && value !== null) {
    if ('name' in value) return String(value.name);
    return Object.values(value)
      .filter((part) => !empty(part))
      .join(' ');
  }
  return chosen ? choice(String(value)) : String(value);
}

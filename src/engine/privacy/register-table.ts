import type { Locale } from '../http/texts.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { ProcessingRegister } from './register.ts';
import { registerText } from './register-text.ts';

const columns = ['purpose', 'ground', 'people', 'object', 'field', 'kind', 'sensitive', 'sealed', 'months'];

/** The register as a table with a row for each field, for spreadsheets. */
export function registerTable(register: ProcessingRegister, locale: Locale): AsyncIterable<string> {
  const say = (name: string) => registerText(locale, name);
  const separator = locale === 'en' ? ', ' : '、';
  const rows = register.activities.flatMap(({ purpose, ground, people, fields }) =>
    fields.map((field) => [
      ...[purpose.label, ground.label, people.map(({ label }) => label).join(separator)],
      ...[field.object.label, field.label, field.kind.label],
      ...[field.sensitive, field.sealed].map((holds) => (holds ? say('yes') : '')),
      field.months === null ? '' : String(field.months),
    ]),
  );
  return writeCsv([columns.map(say), ...rows]);
}

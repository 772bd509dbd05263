import type { Complaint } from '../problem.ts';
import type { ObjectModel } from '../registry.ts';
import { isObject } from '../shape.ts';
import { typeField } from './record-type.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is wrong with a type of record, as far as it depends on the object that has it. */
export function recordTypeFaults(subject: ObjectModel, { values }: Values): readonly Complaint[] {
  const { unites, purpose, fields } = subject.declaration;
  if (unites !== undefined || purpose !== undefined || Object.hasOwn(fields, typeField))
    return [{ field: 'object', code: 'noSuchObject' }];
  if (values === null || values === undefined) return [];
  if (!isObject(values)) return [{ field: 'values', code: 'notARecord' }];
  return Object.entries(values).flatMap(([name, typed]) => valueFaults(subject, name, typed));
}

function valueFaults({ fields }: ObjectModel, name: string, typed: unknown): readonly Complaint[] {
  const at = `values.${name}`.slice(0, 100);
  const field = fields.get(name);
  if (field === undefined) return [{ field: at, code: 'unknownField' }];
  if (!['choice', 'multiChoice'].includes(field.type) || field.listed !== undefined || name === typeField)
    return [{ field: at, code: 'notAChoiceField' }];
  const { allowed, default: start } = Object(typed) as Values;
  const known = (field.choices ?? []).map(({ value }) => value);
  if (allowed !== undefined && (!Array.isArray(allowed) || allowed.length === 0))
    return [{ field: `${at}.allowed`, code: 'notAList' }];
  const chosen = (allowed ?? known) as readonly unknown[];
  const unknown = chosen.find((value) => !known.includes(value as string));
  const list = (some: readonly unknown[]) => some.map(String).join(', ');
  return [
    ...(unknown === undefined
      ? []
      : [
          {
            field: `${at}.allowed`,
            code: 'notAChoice',
            parameters: { value: String(unknown), choices: list(known) },
          },
        ]),
    ...(start === undefined || start === null || chosen.includes(start)
      ? []
      : [
          {
            field: `${at}.default`,
            code: 'notAChoice',
            parameters: { value: String(start), choices: list(chosen) },
          },
        ]),
  ];
}

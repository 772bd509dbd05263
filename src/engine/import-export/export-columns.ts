import type { Field } from '#kernel/field/field.ts';
import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { valueAt } from '#kernel/value-at.ts';
import { plainTextOf } from '../fields/rich-text.ts';
import { type Labels, labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import type { XlsxKind } from './writing/xlsx/column.ts';

type Values = Readonly<Record<string, unknown>>;

/** A column of an export: its head, what it reads of a record, and how it writes that. */
export interface ExportColumn {
  readonly path: string;
  readonly label: string;
  readonly kind: XlsxKind;
  /** Paths that the list must bring. */
  readonly reads: readonly string[];
  write(record: Values): string | null;
}

/** The columns of these paths. References are told by name; money has a second column for its currency. */
export function exportColumns(
  context: Context,
  object: ObjectModel,
  paths: readonly string[],
): readonly ExportColumn[] {
  const labels = labelsOf(context.registry, context.actor.locale);
  return paths.flatMap((path) => {
    const resolved = resolvePath(context.registry, object, path);
    if (resolved === undefined) return [];
    const { field, name, object: owner } = resolved;
    const label = labelOf(labels, object, path, owner, name);
    const column = {
      path,
      label,
      reads: [path],
      kind: kinds[field.result ?? field.type] ?? ('text' as const),
    };
    const target = field.type === 'user' ? context.registry.people : field.target;
    const nameField = context.registry.objects.get(target ?? '')?.declaration.nameField;
    if ((field.type === 'reference' || field.type === 'user') && nameField !== undefined && name !== 'id') {
      const named = `${path}.${nameField}`;
      return [{ ...column, reads: [named], write: (record) => text(valueAt(record, named)) }];
    }
    if (tellsCurrency(field))
      return [
        { ...column, write: (record) => text((valueAt(record, path) as Values | null)?.amount) },
        {
          ...column,
          path: `${path}.currency`,
          label: `${label} (${context.actor.locale === 'en' ? 'currency' : '币种'})`,
          kind: 'text' as const,
          write: (record) => text((valueAt(record, path) as Values | null)?.currency),
        },
      ];
    const choice = (value: string) => labels.choice(owner, name, value);
    return [{ ...column, write: (record) => written(context, field, valueAt(record, path), choice) }];
  });
}

const kinds: Readonly<Partial<Record<Field['type'], XlsxKind>>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  duration: 'number',
  percent: 'percent',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
};

function labelOf(
  labels: Labels,
  object: ObjectModel,
  path: string,
  owner: ObjectModel,
  name: string,
): string {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return labels.field(owner, name);
  // The name of what a reference leads to goes by the reference alone.
  if (rest.length === 1 && name === owner.declaration.nameField) return labels.field(object, first);
  return `${labels.field(object, first)} · ${labels.field(owner, name)}`;
}

/** A value as the person reads it; instants on his clock. */
function written(
  context: Context,
  field: Field,
  value: unknown,
  choice: (value: string) => string,
): string | null {
  if (value === null || value === undefined) return null;
  switch (field.result ?? field.type) {
    case 'choice':
      return choice(String(value));
    case 'multiChoice':
      return (value as readonly string[]).map(choice).join('; ');
    case 'dateTime':
      return onClock(String(value), context.actor.timeZone);
    case 'richText':
      return plainTextOf(String(value));
    case 'address':
      return addressLine(value as Values, context.actor.locale);
    case 'location': {
      const { latitude, longitude } = value as Values;
      return `${latitude}, ${longitude}`;
    }
    case 'regarding': {
      const { object, id } = value as Values;
      return `${object} ${id}`;
    }
    case 'manyToMany':
      return (value as readonly string[]).join('; ');
    default:
      return text(value);
  }
}

/** A Chinese address goes from the large to the small, others the other way. */
function addressLine(address: Values, locale: 'en' | 'zh-CN'): string {
  const small = ['street', 'city', 'region', 'postalCode', 'country'];
  const large = ['country', 'region', 'city', 'street', 'postalCode'];
  const parts = (locale === 'en' ? small : large).map((part) => address[part]).filter(Boolean);
  return parts.join(locale === 'en' ? ', ' : ' ');
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-24 09:30:00` in a time zone, as spreadsheets read it. */
function onClock(instant: string, timeZone: string): string {
  // One for each zone: making one takes longer, and much more memory, than using it.
  const known = clocks.get(timeZone);
  const clock =
    known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  if (known === undefined) clocks.set(timeZone, clock);
  return clock.format(new Date(instant));
}

import { type CardPart, cardHeads, cardParts } from '#kernel/card.ts';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { valueAt } from '#kernel/value-at.ts';
import { shownField } from '../access/rights.ts';
import type { Context } from '../records/context.ts';
import type { ExportColumn } from './export-columns.ts';

/** What of a record goes onto its card, as far as the actor may see it; refused where records have no card. */
export function cardColumns(
  { registry, actor }: Context,
  object: ObjectModel,
): readonly (ExportColumn & { readonly part: CardPart })[] {
  const { card } = object.declaration;
  if (card === undefined) throw new Refusal('invalid', [{ field: 'format', code: 'noCards' }]);
  return cardParts.flatMap((part) => {
    const name = card[part];
    if (name === undefined || shownField(registry, object, name, actor) === undefined) return [];
    const target = object.fields.get(name)?.target;
    const named = target === undefined ? undefined : registry.objects.get(target)?.declaration.nameField;
    const path = named === undefined ? name : `${name}.${named}`;
    const column = { part, path: name, label: cardHeads[part], kind: 'text' as const };
    if (part !== 'identity')
      return [{ ...column, reads: [path], write: (record: Values) => cell(record, path) }];
    // Whoever reads the card again knows the record by it.
    return [
      { ...column, reads: [path, 'id'], write: (record: Values) => cell(record, path) ?? cell(record, 'id') },
    ];
  });
}

type Values = Readonly<Record<string, unknown>>;

function cell(record: Values, path: string): string | null {
  const value = valueAt(record, path);
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

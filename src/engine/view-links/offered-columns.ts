import type { Field } from '#kernel/field/field.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { inputsOf, mayPublish, readableField } from '../access/rights.ts';
import { type ExportColumn, exportColumns } from '../import-export/export-columns.ts';
import type { Context } from '../records/context.ts';
import type { LinkedView } from './linked-view.ts';

/** A column of a view that strangers may be shown. */
export interface OfferedColumn {
  readonly path: string;
  readonly label: string;
  /** Whether it tells of people, so that it is shown only where somebody has said so expressly. */
  readonly personal: boolean;
  readonly field: Field;
  /** How it stands in a file: a sum of money in two columns. */
  readonly written: readonly ExportColumn[];
}

/** What no reader outside can be told in words, or only by ids. */
const unfit: ReadonlySet<string> = new Set(['json', 'file', 'regarding', 'manyToMany', 'recurrence']);

/**
 * The columns of a view that the actor may show to strangers: those that he reads whole, never masked, hidden or sealed
 * ones. Of a record that another one refers to, more than its name only where he may publish such records too.
 */
export function offeredColumns(context: Context, { object, columns }: LinkedView): readonly OfferedColumn[] {
  const { registry } = context;
  return columns.flatMap((path) => {
    const resolved = resolvePath(registry, object, path);
    if (resolved === undefined || resolved.name === 'id') return [];
    const { field } = resolved;
    if (unfit.has(field.result ?? field.type)) return [];
    const written = exportColumns(context, object, [path]);
    const reads = written.flatMap((column) => column.reads);
    if (!reads.every((read) => mayShow(context, object, read))) return [];
    const personal = reads.some((read) => holds(registry, object, read, (one) => one.personal !== undefined));
    return [{ path, label: written[0]?.label ?? path, personal, field, written }];
  });
}

function mayShow({ registry, actor }: Context, object: ObjectModel, path: string): boolean {
  const { steps, name } = resolvePath(registry, object, path) ?? {};
  if (steps === undefined || readableField(registry, object, path, actor) === undefined) return false;
  if (holds(registry, object, path, ({ sealed }) => sealed === true)) return false;
  return steps.every(({ target }, place) => {
    const named = place === steps.length - 1 && name === target.declaration.nameField;
    return named || mayPublish(target, actor);
  });
}

/** Whether something holds of the field at a path or of any that it is computed from. */
function holds(
  registry: Registry,
  object: ObjectModel,
  path: string,
  is: (field: Field) => boolean,
): boolean {
  const resolved = resolvePath(registry, object, path);
  if (resolved === undefined) return false;
  const inputs = inputsOf(registry, resolved);
  return is(resolved.field) || inputs.some(([from, input]) => holds(registry, from, input, is));
}

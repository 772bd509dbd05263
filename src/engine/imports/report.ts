import { objectNamed } from '#kernel/registry.ts';
import { jaroWinkler } from '../duplicates/jaro-winkler.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { ChoiceReader } from './choice-reader.ts';
import { plainHeading } from './heading.ts';
import type { FileReport, ImportFile, RowProblem, UnknownValue } from './import-job.ts';
import { targetOf } from './row-values.ts';

const limits = { errors: 100, unknown: 50, names: 5000 };
/** From here on a similar spelling is worth suggesting. */
const similar = 0.93;

/** Gathers what a person must know about the rows of one file. */
export class Reporter {
  readonly #errors: RowProblem[] = [];
  readonly #unknown = new Map<string, Map<string, number>>();

  add(problems: readonly RowProblem[]): void {
    this.#errors.push(...problems.slice(0, limits.errors - this.#errors.length));
  }

  addUnknown(column: string, value: string): void {
    const values = this.#unknown.get(column) ?? new Map<string, number>();
    if (values.size < limits.unknown || values.has(value)) values.set(value, (values.get(value) ?? 0) + 1);
    this.#unknown.set(column, values);
  }

  /** The report, with what unknown values may have been meant to be. */
  async report(context: Context, file: ImportFile): Promise<FileReport> {
    const unknownValues: Record<string, readonly UnknownValue[]> = {};
    for (const [column, values] of this.#unknown) {
      const names = await namesFor(context, file, column);
      unknownValues[column] = [...values].map(([value, count]) => {
        const suggestion = closest(value, names);
        return { value, count, ...(suggestion !== undefined && { suggestion }) };
      });
    }
    return { errors: this.#errors, unknownValues };
  }
}

/** Everything that a value in this column could have named: what to write, by how it is compared. */
async function namesFor(
  context: Context,
  file: ImportFile,
  column: string,
): Promise<ReadonlyMap<string, string>> {
  const object = objectNamed(context.registry, file.object);
  const name = file.mapping.find((each) => each.column === column)?.field ?? '';
  const field = object.fields.get(name);
  if (field === undefined) return new Map();
  const target = targetOf(context, field);
  if (target === undefined) return new ChoiceReader(context.registry, object).names(name);
  const { nameField } = objectNamed(context.registry, target).declaration;
  const found = new Map<string, string>();
  for (let cursor: string | undefined; found.size < limits.names; ) {
    const page = await listRecords(context, target, {
      select: [nameField],
      sort: nameField,
      limit: 1000,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { [nameField]: called } of recordsIn<Record<string, unknown>>(page)) {
      if (typeof called === 'string') found.set(plainHeading(called), called);
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return found;
}

function closest(value: string, names: ReadonlyMap<string, string>): string | undefined {
  const plain = plainHeading(value);
  if (names.has(plain)) return names.get(plain);
  let best: { readonly name: string; readonly likeness: number } | undefined;
  for (const [key, name] of names) {
    const likeness = jaroWinkler(plain, key);
    if (likeness >= similar && likeness > (best?.likeness ?? 0)) best = { name, likeness };
  }
  return best?.name;
}

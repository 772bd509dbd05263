import type { DataUse, PersonalKind } from '#kernel/personal.ts';
import { asWhole, type ObjectModel } from '#kernel/registry.ts';
import { asSystem } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';

/** A field that tells of people, and why it is kept. */
export interface TellingField {
  readonly object: ObjectModel;
  readonly name: string;
  readonly kind: PersonalKind;
  readonly sealed: boolean;
  /** Undefined where neither the product nor the company says what it is for. */
  readonly use: DataUse | undefined;
  /** What the company thinks of the risks. */
  readonly assessment: Assessment;
}

export interface Assessment {
  readonly risks: string | null;
  readonly assessedOn: string | null;
}

/** What a company says of the use of an object or of a field. */
interface StatedUse extends Partial<Record<keyof DataUse, unknown>>, Assessment {
  readonly object: string;
  readonly field: string | null;
}

/** Every field that tells of people: what is declared, and what the company says otherwise, the latest word last. */
export async function tellingFields(asked: Context): Promise<readonly TellingField[]> {
  const context = asWhole(asked);
  const stated = await statedUses(context);
  return [...context.registry.objects.values()].flatMap((object) => {
    if (object.declaration.unites !== undefined) return [];
    return [...object.fields].flatMap(([name, { personal: kind, use, sealed }]) => {
      if (kind === undefined) return [];
      const said = stated.filter((each) => each.object === object.name);
      const whole = said.filter(({ field }) => !field);
      const own = said.filter(({ field }) => field === name);
      return {
        ...{ object, name, kind, sealed: sealed === true },
        use: together([object.declaration.personal, ...whole, use, ...own]),
        assessment: own.at(-1) ?? whole.at(-1) ?? { risks: null, assessedOn: null },
      };
    });
  });
}

async function statedUses(context: Context): Promise<readonly StatedUse[]> {
  const object = context.registry.purposes.get('use');
  if (object === undefined) return [];
  const system = { ...context, actor: asSystem('The register tells all that the company says.') };
  return recordsIn(await listRecords(system, object.name, { sort: 'updatedAt', limit: 1000 }));
}

/** What is said later, and of less, counts. */
function together(said: readonly (Partial<Record<keyof DataUse, unknown>> | undefined)[]) {
  const last = (name: keyof DataUse) => said.findLast((each) => (each?.[name] ?? null) !== null)?.[name];
  const [purpose, ground, months] = [last('purpose'), last('ground'), last('months')];
  if (purpose === undefined || ground === undefined) return undefined;
  return { purpose, ground, ...(months !== undefined && { months: Number(months) }) } as DataUse;
}

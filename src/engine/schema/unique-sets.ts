import { createHash } from 'node:crypto';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Together } from '#kernel/run-time/rule.ts';

/** Fields that together are unique among live records, the index that sees to it, and whose rule it is where a company's. */
export interface UniqueSet {
  readonly index: string;
  readonly fields: readonly string[];
  readonly rule?: Together;
}

/** How the indexes of a company's own fields and rules end: they come and go while people work. */
export const companyIndex = '_c_unique';
/** And those of rules alone. */
export const ruleIndex = `_together${companyIndex}`;

/** How the indexes end by which a company's own fields are compared for duplicates. */
export const alikeIndex = '_alike_c';

/** Fields that together are unique among the live records of an object, as declared and as its company demands. */
export function uniqueSets(object: ObjectModel): readonly UniqueSet[] {
  const single = [...object.fields].filter(([, field]) => field.unique === true).map(([name]) => [name]);
  return [
    ...[...single, ...object.declaration.unique].map((fields) => ({
      index: `${object.name}_${fields.join('_')}_unique`.slice(0, 63),
      fields,
    })),
    ...(object.together ?? []).map((rule) => ({
      index: `${object.name.slice(0, 30)}_${shortly(rule)}${ruleIndex}`,
      ...{ fields: rule.fields, rule },
    })),
  ];
}

function shortly({ fields, among }: Together): string {
  const text = [fields.join(), ...(among === undefined ? [] : [JSON.stringify(among)])].join('|');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

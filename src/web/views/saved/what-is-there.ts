import { fieldAt } from '#kernel/field-at.ts';
import type { Meta } from '#kernel/meta.ts';
import type { ViewSettings } from '#kernel/view-settings.ts';
import { type Condition, type ConditionGroup, readWhere, writeWhere } from '../filters/where.ts';

/** A view as far as there is what it names, and the names of what is not. */
export interface StillThere {
  readonly settings: ViewSettings;
  readonly gone: readonly string[];
}

/** Reads a view somebody keeps: fields that have been removed, or that this person may not see, are left out and told. */
export function whatIsThere(meta: Meta, object: string, settings: ViewSettings): StillThere {
  const gone = new Set<string>();
  const there: There = (path, of = object, called = path) => {
    const found = fieldAt(meta, of, path) ?? datePart(meta, of, path);
    if (!found) gone.add(called);
    return found !== undefined;
  };
  const { where, sort, columns, group, ends, after, totals, colors, ...others } = settings;
  const condition = (written: unknown) => writeWhere(thereIn(readWhere(written), object, there));
  const kept = condition(where);
  const sorted = sort?.split(',').filter((key) => there(key.replace(/^-/, '')));
  const shown = columns?.filter((path) => there(path));
  const summed = totals && Object.entries(totals).filter(([path]) => there(path));
  const colored = colors?.flatMap((rule) => {
    const still = condition(rule.where);
    return still === undefined || (rule.column !== undefined && !there(rule.column))
      ? []
      : [{ ...rule, where: still }];
  });
  return {
    settings: {
      ...others,
      ...(kept !== undefined && { where: kept }),
      ...(sorted?.length && { sort: sorted.join(',') }),
      ...(shown?.length && { columns: shown }),
      ...(group !== undefined && there(group) && { group }),
      ...(ends !== undefined && there(ends) && { ends }),
      ...(after !== undefined && there(after) && { after }),
      ...(summed?.length && { totals: Object.fromEntries(summed) }),
      ...(colored?.length && { colors: colored }),
    },
    gone: [...gone],
  };
}

type There = (path: string, of?: string, called?: string) => boolean;

function thereIn(group: ConditionGroup, object: string, there: There): ConditionGroup {
  return { ...group, parts: group.parts.flatMap((part) => partThere(part, object, there)) };
}

function partThere(part: Condition, object: string, there: There): readonly Condition[] {
  if (part.kind === 'group') return [thereIn(part, object, there)];
  if (part.kind === 'field') return there(part.path, object) ? [part] : [];
  if (!there(part.by, part.object, part.object)) return [];
  return [{ ...part, where: thereIn(part.where, part.object, there) }];
}

/** Dates are grouped by a part of them: `closeDate.month`. */
function datePart(meta: Meta, object: string, path: string) {
  const whole = /^(.+)\.(?:day|week|month|quarter|year)$/.exec(path)?.[1];
  return whole === undefined ? undefined : fieldAt(meta, object, whole);
}

import { partsOf } from '#kernel/parts-of.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import { type Limits, measures } from '#kernel/taking-limits.ts';
import type { Safeguards } from './safeguards.ts';

type Parts = Readonly<Record<string, unknown>>;

const most = 1_000_000_000;

/** Reads safeguards as somebody has sent them, whole; all that is wrong is told at once. */
export function safeguardsFrom(input: Parts, registry: Registry): Safeguards {
  const complaints: Complaint[] = [];
  const known = new Set(registry.modules.flatMap(({ roles }) => roles));
  const roles = partsOf(input.roles, 'roles', complaints);
  for (const role of Object.keys(roles))
    if (!known.has(role)) complaints.push({ field: `roles.${role.slice(0, 100)}`, code: 'notRoles' });
  const watermark = partsOf(input.watermark, 'watermark', complaints);
  const marked = watermark.roles ?? [];
  if (typeof watermark.leaving !== 'boolean')
    complaints.push({ field: 'watermark.leaving', code: 'notBoolean' });
  if (!Array.isArray(marked) || !marked.every((role) => known.has(role)))
    complaints.push({ field: 'watermark.roles', code: 'notRoles' });
  const { exportReason = false } = input;
  if (typeof exportReason !== 'boolean') complaints.push({ field: 'exportReason', code: 'notBoolean' });
  const read: Safeguards = {
    everyone: limitsIn(input.everyone, 'everyone', complaints),
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, limits]) => [role, limitsIn(limits, `roles.${role}`, complaints)]),
    ),
    leaving: limitsIn(input.leaving, 'leaving', complaints),
    watermark: { leaving: watermark.leaving === true, roles: [...new Set(marked as string[])] },
    exportReason: exportReason === true,
  };
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return read;
}

function limitsIn(input: unknown, field: string, complaints: Complaint[]): Limits {
  const given = partsOf(input, field, complaints);
  for (const measure of measures) {
    const value = given[measure];
    const fine =
      value === null || (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most);
    if (!fine)
      complaints.push({
        ...{ field: `${field}.${measure}`, code: 'outOfRange', parameters: { least: 0, most } },
      });
  }
  return Object.fromEntries(measures.map((measure) => [measure, given[measure]])) as unknown as Limits;
}

import type { RecordOf, ValuesOf } from '#kernel/object.ts';

/** Whether a rule is meant for a lead: what it says nothing about, it does not ask. */
export function fits(rule: RecordOf<'sales.routingRule'>, lead: ValuesOf<'sales.lead'>): boolean {
  const { sources, regions, leastScore } = rule;
  if (sources !== null && !sources.some((source) => source === lead.source)) return false;
  if (leastScore !== null && (lead.score ?? 0) < leastScore) return false;
  return regions === null || liesIn(lead, regions);
}

/** Regions are named as people write them: `湖南、广东, Berlin`. */
function liesIn({ address, company }: ValuesOf<'sales.lead'>, regions: string): boolean {
  const place = [address?.country, address?.region, address?.city, company].join(' ').toLowerCase();
  return regions
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .some((region) => region !== '' && place.includes(region));
}

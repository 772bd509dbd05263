import type { Likeness } from '#kernel/likeness.ts';
import { type Evidence, evidenceOf, suspicion } from './evidence.ts';
import { normalised, spokenForms } from './similarity.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Pair extends Evidence {
  readonly records: readonly [Values, Values];
}

/** So many records that share one value are compared, and take it for a sign of anything: what hundreds share tells nothing. */
const mostSharing = 50;

/**
 * Pairs of records that may be one, most likely first: those that share a normalised value are compared (blocking:
 * Fellegi, I. P. and Sunter, A. B., A Theory for Record Linkage, 1969).
 */
export function pairsAmong(rules: readonly Likeness[], records: readonly Values[]): readonly Pair[] {
  const telling = tellingRules(rules, records);
  const blocks = new Map<string, Values[]>();
  const found = new Map<string, Pair>();
  for (const record of records) {
    for (const key of keysOf(rules, record)) {
      const block = blocks.get(key) ?? [];
      for (const other of block) {
        const pair = `${other.id} ${record.id}`;
        if (found.has(pair)) continue;
        const evidence = evidenceOf(telling(other), other, record);
        if (evidence.score >= suspicion) found.set(pair, { ...evidence, records: [other, record] });
      }
      if (block.length < mostSharing) block.push(record);
      blocks.set(key, block);
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

/** The rules without mail domains at which so many are that they are no sign of being one. */
function tellingRules(rules: readonly Likeness[], records: readonly Values[]) {
  const counts = new Map<string, number>();
  const domains = rules.filter(({ kind }) => kind === 'mailDomain');
  const domainOf = ({ field, kind }: Likeness, record: Values) => {
    const value = record[field];
    return typeof value === 'string' ? `${field} ${normalised(kind, value)}` : undefined;
  };
  for (const record of records) {
    for (const rule of domains) {
      const domain = domainOf(rule, record);
      if (domain !== undefined) counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
  }
  return (record: Values) =>
    rules.filter((rule) => {
      if (rule.kind !== 'mailDomain') return true;
      return (counts.get(domainOf(rule, record) ?? '') ?? 0) <= mostSharing;
    });
}

function keysOf(rules: readonly Likeness[], record: Values): readonly string[] {
  const keys = rules.flatMap(({ field, kind }) => {
    const value = record[field];
    if (typeof value !== 'string' || kind === 'mailDomain') return [];
    const key = normalised(kind, value);
    return key === '' ? [] : spokenForms(kind, value).map((form) => `${kind} ${form}`);
  });
  return [...new Set(keys)];
}

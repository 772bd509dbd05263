import type { Likeness, LikenessKind } from '#kernel/likeness.ts';
import { comparedForms, type Evidence, evidenceOf, type Forms, suspicion } from './evidence.ts';
import { inCharacters } from './shared-words.ts';
import { type Form, soundsAlike } from './similarity.ts';
import { sortedNeighbours } from './sorted-neighbours.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Pair extends Evidence {
  readonly ids: readonly [string, string];
}

/** What of a record is compared. */
export interface Compared {
  readonly id: string;
  readonly forms: Forms;
}

/** So many records that share one value are compared, and take it for a sign of anything: what hundreds share tells nothing. */
const mostSharing = 50;
/** Comparisons between two tellings of how far it is. */
const stepLength = 1000;
/** Article codes that begin alike are compared. */
const codeBeginning = 4;
/** What may be misspelt, so that no value is shared. */
const spelt: ReadonlySet<LikenessKind> = new Set(['person', 'organisation', 'words']);

export function comparedOf(rules: readonly Likeness[], { id, ...values }: Values): Compared {
  return { id, forms: comparedForms(rules, values) };
}

/**
 * Pairs of records that may be one, most likely first: those that share a normalised value are compared (blocking:
 * Fellegi, I. P. and Sunter, A. B., A Theory for Record Linkage, 1969), and those whose names are nearly the same.
 * Tells from time to time about how far it is, from 0 to 1.
 */
export function pairsAmong(
  rules: readonly Likeness[],
  records: readonly Compared[],
  tell: (done: number) => void = () => {},
): readonly Pair[] {
  const telling = withoutSharedDomains(rules, records);
  const found = new Map<string, Pair>();
  let comparisons = 0;
  for (const [one, other] of worthComparing(rules, telling)) {
    if (++comparisons % stepLength === 0) tell(1 - 1 / (1 + comparisons / (records.length * 4)));
    const evidence = evidenceOf(rules, one.forms, other.forms);
    if (evidence.score < suspicion) continue;
    const ids = one.id < other.id ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
    found.set(ids.join(' '), { ...evidence, ids });
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

function* worthComparing(
  rules: readonly Likeness[],
  compared: readonly Compared[],
): Generator<readonly [Compared, Compared]> {
  // One kind after the other: what shares a value is the greatest part of the memory that a comparison takes.
  for (const kind of new Set(rules.map((rule) => rule.kind))) yield* sharing(kind, rules, compared);
  for (const [at, rule] of rules.entries()) {
    if (!spelt.has(rule.kind)) continue;
    const nameOf = ({ forms }: Compared) => forms[at]?.text ?? '';
    const named = compared.filter((each) => nameOf(each) !== '' && !inCharacters(nameOf(each)));
    for (const [one, other] of sortedNeighbours(named, nameOf))
      if (nameOf(one) !== nameOf(other) && mayConvince(rules, at, one, other)) yield [one, other];
  }
}

/** Records that share a value of a kind, whichever of their fields has it. */
function* sharing(
  kind: LikenessKind,
  rules: readonly Likeness[],
  compared: readonly Compared[],
): Generator<readonly [Compared, Compared]> {
  const first = new Map<string, Compared>();
  const further = new Map<string, Compared[]>();
  for (const each of compared) {
    for (const key of valuesOf(kind, rules, each.forms)) {
      const one = first.get(key);
      if (one === undefined) {
        first.set(key, each);
        continue;
      }
      yield [one, each];
      const others = further.get(key) ?? [];
      for (const other of others) yield [other, each];
      if (others.length < mostSharing - 1) others.push(each);
      further.set(key, others);
    }
  }
}

/**
 * Whether two records would be suspected if their names were much alike: cheaply told. Of companies names that are only
 * much alike do not suffice alone (First Bank of Dallas, First Bank of Denver).
 */
function mayConvince(rules: readonly Likeness[], at: number, one: Compared, other: Compared): boolean {
  const rule = rules[at];
  if (rule === undefined) return false;
  const most = rule.weight * (rule.kind === 'organisation' ? soundsAlike : 1);
  const others = evidenceOf(rules, one.forms.with(at, undefined), other.forms);
  return 1 - (1 - others.score) * (1 - most) >= suspicion - 0.01;
}

/** Without mail domains at which so many are that they are no sign of being one. */
function withoutSharedDomains(
  rules: readonly Likeness[],
  compared: readonly Compared[],
): readonly Compared[] {
  const counts = rules.map(() => new Map<string, number>());
  const isDomain = (at: number) => rules[at]?.kind === 'mailDomain';
  for (const { forms } of compared) {
    for (const [at, form] of forms.entries()) {
      if (form !== undefined && isDomain(at))
        counts[at]?.set(form.text, (counts[at].get(form.text) ?? 0) + 1);
    }
  }
  const telling = (form: Form | undefined, at: number) =>
    form !== undefined && isDomain(at) && (counts[at]?.get(form.text) ?? 0) > mostSharing ? undefined : form;
  if (!rules.some((_, at) => isDomain(at))) return compared;
  return compared.map(({ id, forms }) => ({ id, forms: forms.map(telling) }));
}

function valuesOf(kind: LikenessKind, rules: readonly Likeness[], forms: Forms): readonly string[] {
  if (kind === 'mailDomain') return [];
  const values = rules.flatMap((rule, at) => {
    const form = forms[at];
    if (form === undefined || rule.kind !== kind) return [];
    return kind === 'code' ? form.text.split(' ').map((code) => code.slice(0, codeBeginning)) : form.said;
  });
  return values.length > 1 ? [...new Set(values)] : values;
}

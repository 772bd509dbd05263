import type { LikenessKind } from '#kernel/likeness.ts';
import { fold } from '../search/fold.ts';
import { nationalDigits } from '../search/tokens/phone.ts';
import { readings } from '../search/tokens/readings.ts';
import { articleCodes, sameArticle } from './article-codes.ts';
import { comparedText } from './compared-text.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { withoutLegalForm } from './legal-forms.ts';
import { mistakenDate } from './mistaken-dates.ts';
import { inCharacters, sharedWords, tellingWords } from './shared-words.ts';
import { sameStreet, streetOf } from './streets.ts';

/** Below this two names are just two names. */
const leastLikeness = 0.88;
/** Written differently, pronounced alike, or much alike in words. */
export const soundsAlike = 0.9;
/** Companies that share less than this of their words are other companies. */
const leastShared = 0.6;

const publicMail = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'yahoo.com',
    'icloud.com',
    'gmx.de',
  ],
  ...[
    'qq.com',
    'foxmail.com',
    '163.com',
    '126.com',
    'yeah.net',
    'sina.com',
    'sina.cn',
    'sohu.com',
    '139.com',
    '189.cn',
  ],
]);

/** A value as it is compared. */
export interface Form {
  /** The one form under which equal things are equal. */
  readonly text: string;
  /** As it is written, but for case, accents and width. */
  readonly written: string;
  /** How it may be said. */
  readonly said: readonly string[];
}

/** What of a value is compared; undefined where it says nothing. */
export function formOf(kind: LikenessKind, value: unknown): Form | undefined {
  const compared = comparedText(value);
  const text = compared === undefined ? '' : normalised(kind, compared);
  if (compared === undefined || text === '') return undefined;
  return { text, written: fold(compared), said: spokenForms(kind, compared) };
}

/** How alike two values are, from 0 to 1, read as `kind` says. */
export function similarity(kind: LikenessKind, one: unknown, other: unknown): number {
  const [a, b] = [formOf(kind, one), formOf(kind, other)];
  return a === undefined || b === undefined ? 0 : alike(kind, a, b);
}

/** How alike two forms of one kind are, from 0 to 1. */
export function alike(kind: LikenessKind, one: Form, other: Form): number {
  if (one.text === other.text) return 1;
  switch (kind) {
    case 'person':
      // Sorted words part where the first letter is the slip, words as they are written where the order differs.
      return (
        sameSound(one, other) ||
        Math.max(sameSpelling(kind, one.text, other.text), sameSpelling(kind, one.written, other.written))
      );
    case 'organisation':
      return sameSound(one, other) || sameSpelling(kind, one.text, other.text);
    case 'street':
      return sameStreet(one.text, other.text);
    case 'date':
      return mistakenDate(one.text, other.text);
    case 'words':
      return sameSpelling(kind, one.text, other.text);
    case 'code':
      return sameArticle(one.text.split(' '), other.text.split(' '));
    default:
      return 0;
  }
}

function sameSound({ said }: Form, other: Form): number {
  return other.said.some((form) => said.includes(form)) ? soundsAlike : 0;
}

/**
 * How alike two normalised texts are as they are spelt: a person's name letter by letter, a company's also by the words
 * that it leaves out elsewhere, others by their words alone.
 */
function sameSpelling(kind: LikenessKind, one: string, other: string): number {
  if (kind === 'words') return sharedWords(one.split(' '), other.split(' '));
  const likeness = jaroWinkler(one, other);
  const spelt = likeness >= leastLikeness ? likeness : 0;
  if (kind === 'person' || inCharacters(one) || inCharacters(other)) return spelt;
  const shared = sharedWords(tellingWords(one), tellingWords(other));
  return Math.max(spelt, shared >= leastShared ? Math.min(shared, soundsAlike) : 0);
}

/** The one form of a value under which equal things are equal; '' when it says nothing. */
function normalised(kind: LikenessKind, value: string): string {
  switch (kind) {
    case 'exact':
      return fold(value).trim();
    case 'person':
      return fold(value)
        .split(/[\s.,·•]+/)
        .filter((word) => word !== '')
        .sort()
        .join(' ');
    case 'organisation':
      return withoutLegalForm(value);
    case 'phone': {
      const written = fold(value).trim();
      const digits = written.replace(/\D/g, '');
      return digits.length < 7 ? '' : nationalDigits(digits, written.startsWith('+'));
    }
    case 'street':
      return streetOf(fold(value));
    case 'date':
      return value;
    case 'words':
      return tellingWords(fold(value)).join(' ');
    case 'code':
      return articleCodes(fold(value)).join(' ');
    case 'mailDomain': {
      const domain = fold(value).split('@')[1]?.trim() ?? '';
      return publicMail.has(domain) ? '' : domain;
    }
  }
}

/**
 * How a name may be said, without spaces: Han characters by their pinyin, a person's words in either order, since
 * 沈从文 is Shen Congwen in one country and Congwen Shen in another.
 */
function spokenForms(kind: LikenessKind, value: string): readonly string[] {
  if (kind !== 'person') return [spoken(normalised(kind, value))];
  const words = fold(value).split(/[\s.,·•]+/);
  return [...new Set([spoken(words.join('')), spoken(words.toReversed().join(''))])];
}

function spoken(text: string): string {
  return text.replace(/\p{Script=Han}+/gu, (run) => readings(run).join('')).replace(/\s/g, '');
}

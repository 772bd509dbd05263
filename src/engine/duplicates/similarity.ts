import type { LikenessKind } from '#kernel/likeness.ts';
import { fold } from '../search/fold.ts';
import { nationalDigits } from '../search/tokens/phone.ts';
import { readings } from '../search/tokens/readings.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { withoutLegalForm } from './legal-forms.ts';

/** Below this two names are just two names. */
const leastLikeness = 0.88;
/** Written differently, pronounced alike. */
const soundsAlike = 0.9;

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

/** How alike two values are, from 0 to 1, read as `kind` says. */
export function similarity(kind: LikenessKind, one: string, other: string): number {
  const [a, b] = [normalised(kind, one), normalised(kind, other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (kind !== 'person' && kind !== 'organisation') return 0;
  const said = spokenForms(kind, one);
  if (spokenForms(kind, other).some((form) => said.includes(form))) return soundsAlike;
  const likeness = jaroWinkler(a, b);
  return likeness >= leastLikeness ? likeness : 0;
}

/** The one form of a value under which equal things are equal; '' when it says nothing. */
export function normalised(kind: LikenessKind, value: string): string {
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
export function spokenForms(kind: LikenessKind, value: string): readonly string[] {
  if (kind !== 'person') return [spoken(normalised(kind, value))];
  const words = fold(value).split(/[\s.,·•]+/);
  return [...new Set([spoken(words.join('')), spoken(words.toReversed().join(''))])];
}

function spoken(text: string): string {
  return text.replace(/\p{Script=Han}+/gu, (run) => readings(run).join('')).replace(/\s/g, '');
}

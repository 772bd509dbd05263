import { fold } from './fold.ts';
import { addHanRun } from './tokens/han.ts';
import { HAN_LENGTH, INPUT_LENGTH, PART_TOKENS, QUERY_TOKENS } from './tokens/limits.ts';
import { addDigits, queriedDigits } from './tokens/phone.ts';
import { segments } from './tokens/segments.ts';
import { TokenSet } from './tokens/token-set.ts';
import { addNameWords, addParts } from './tokens/words.ts';

/** One value of a record that is to be found, and how it is read: names get surnames' readings and initials. */
export interface SearchPart {
  readonly kind: 'name' | 'text' | 'digits';
  readonly value: string;
}

/** Raised by whoever changes which tokens a text has, so that those of the records that are there are made anew. */
export const tokensEdition = 1;

/** What joins the pieces of a Chinese name (温州燃气（集团）公司, 艾力·买买提, 钟 鹏) rather than ends it. */
const JOINS_TEXT = /^[()·•‧・]*$/;
const JOINS_NAME = /^[()·•‧・\s]*$/;

/**
 * The tokens under which a record is kept in the index. A record is found when every token of
 * `queryTokens` is the beginning of one of these. At most 60 tokens for a name or a number, 200 for a text.
 */
export function searchTokens(parts: readonly SearchPart[]): string[] {
  return [...new Set(parts.flatMap(tokensOf))];
}

/**
 * Short values of which the tokens are kept: of a record that changes most values are as they were, and people share
 * names. Those that were not asked for while as many others were new are let go.
 */
const keptLength = 40;
const keptCount = 4000;
let kept = new Map<string, readonly string[]>();
let keptBefore = kept;

function tokensOf(part: SearchPart): readonly string[] {
  if (part.value.length > keptLength) return newTokensOf(part);
  const key = `${part.kind} ${part.value}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const tokens = keptBefore.get(key) ?? newTokensOf(part);
  if (kept.size >= keptCount) {
    keptBefore = kept;
    kept = new Map();
  }
  kept.set(key, tokens);
  return tokens;
}

function newTokensOf({ kind, value }: SearchPart): readonly string[] {
  const folded = fold(value.slice(0, INPUT_LENGTH));
  const tokens = new TokenSet(PART_TOKENS[kind]);
  if (kind === 'digits') addDigits(tokens, folded);
  else addWriting(tokens, folded, kind === 'name');
  return tokens.toArray();
}

function addWriting(tokens: TokenSet, folded: string, name: boolean): void {
  const joins = name ? JOINS_NAME : JOINS_TEXT;
  const words: string[] = [];
  let run = '';
  let runEnd = 0;
  for (const segment of segments(folded)) {
    if (segment.kind === 'word') {
      if (name) words.push(...segment.parts);
      else addParts(tokens, segment.parts);
      continue;
    }
    if (run !== '' && !joins.test(folded.slice(runEnd, segment.start))) {
      addHanRun(tokens, run, name);
      run = '';
    }
    run += segment.text;
    runEnd = segment.end;
  }
  if (words.length > 0) addNameWords(tokens, words);
  if (run !== '') addHanRun(tokens, run, name);
}

/** The beginnings of tokens to look for, all of them: no token means that the query says nothing to look for. */
export function queryTokens(query: string): string[] {
  const folded = fold(query.slice(0, INPUT_LENGTH));
  const digits = queriedDigits(folded);
  const tokens = new TokenSet(QUERY_TOKENS);
  if (digits !== undefined) tokens.add(digits);
  else {
    for (const segment of segments(folded)) {
      if (segment.kind === 'run') tokens.addAll(windows(segment.text));
      else tokens.addAll(spoken(segment.text, segment.parts));
    }
  }
  return tokens.toArray();
}

/** Numbers and addresses are one thing to look for; hyphenated words are several; an apostrophe is nothing. */
function spoken(text: string, parts: readonly string[]): readonly string[] {
  if (/[\p{N}@]/u.test(text)) return [parts.join('')];
  return text.replace(/['’]/g, '').split(/[‐–\-._&+/]/);
}

function windows(run: string): string[] {
  const points = Array.from(run);
  const found: string[] = [];
  const last = Math.max(0, points.length - HAN_LENGTH);
  for (let start = 0; start < last; start += HAN_LENGTH / 2)
    found.push(points.slice(start, start + HAN_LENGTH).join(''));
  found.push(points.slice(last).join(''));
  return found;
}

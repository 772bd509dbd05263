import { ExpressionFault, type Span } from './expression-fault.ts';
import { words } from './functions.ts';

/** A piece of an expression's text. A word is a keyword by its English name; a name is a path or a function. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'sign' | 'end';
  readonly value: string;
  readonly span: Span;
}

/** Signs as a Chinese keyboard writes them. */
const wide: Readonly<Record<string, string>> = {
  ...{ '（': '(', '）': ')', '，': ',', '＝': '=', '＞': '>', '＜': '<', '＋': '+', '－': '-' },
  ...{ '＊': '*', '×': '*', '／': '/', '÷': '/', '≠': '!=', '≤': '<=', '≥': '>=' },
};

const space = /\s+/uy;
const number = /\d+(?:\.\d+)?/uy;
const name = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy;
const sign = /<=|>=|!=|<>|[=<>+\-*/(),（），＝＞＜＋－＊×／÷≠≤≥]/uy;
const mostDigits = 30;

/** Cuts a text into pieces. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  while (at < text.length) {
    if (take(space) !== undefined) continue;
    const from = at;
    const add = (kind: Token['kind'], value: string) => tokens.push({ kind, value, span: { from, to: at } });
    if (text[at] === '"' || text[at] === '“' || text[at] === '”') {
      const [value, to] = quotedText(text, at);
      at = to;
      add('text', value);
      continue;
    }
    const digits = take(number);
    if (digits !== undefined) {
      if (digits.length > mostDigits) throw new ExpressionFault('expressionLongNumber', { from, to: at });
      add('number', digits);
      continue;
    }
    const called = take(name);
    if (called !== undefined) {
      const word = words.get(called);
      add(word === undefined ? 'name' : 'word', word ?? called);
      continue;
    }
    const written = take(sign);
    if (written === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      throw new ExpressionFault(
        'expressionCharacter',
        { from, to: from + character.length },
        { character: character === '\u0000' ? '\\0' : character },
      );
    }
    add('sign', written === '<>' ? '!=' : (wide[written] ?? written));
  }
  const end = { from: text.length, to: text.length };
  return [...tokens, { kind: 'end', value: '', span: end }];
}

/** The text between quotation marks of one kind and where it ends; `\"`, `\\` and `\n` stand for what they say. */
function quotedText(text: string, from: number): readonly [string, number] {
  const marks = text[from] === '"' ? '"' : '“”';
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (marks.includes(character)) return [value, at + 1];
    if (character === '\\') {
      at += 1;
      value += text[at] === 'n' ? '\n' : (text[at] ?? '');
    } else value += character;
  }
  throw new ExpressionFault('expressionOpenText', { from, to: text.length });
}

import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Refusal } from '#kernel/problem.ts';

/** So many guesses a password has to withstand, as a power of ten. */
const enough = 8;

/** What the product is called stands to reason everywhere. */
const productNames = ['guanxi', '关系'];

/**
 * Refuses a password that stands in lists of leaked ones, or that a program which knows such lists, keyboards, dates,
 * repetitions and what is known of the person and the company would guess soon. Nothing is asked of another server.
 */
export async function refuseGuessable(
  password: string,
  about: readonly (string | undefined)[] = [],
  field = 'password',
): Promise<void> {
  const told = about.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const known = [...told, ...productNames];
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  if (isMade(password, rest)) throw new Refusal('invalid', [{ field, code: 'passwordGuessable' }]);
  if (isPhrase(password)) return;
  const { guessesLog10, sequence } = (await guesser()).check(password, known);
  if (guessesLog10 + forHan(rest) >= enough) return;
  const leaked = sequence.length === 1 && sequence[0]?.dictionaryName === 'passwords-common';
  throw new Refusal('invalid', [{ field, code: leaked ? 'passwordLeaked' : 'passwordGuessable' }]);
}

/** Whether little is left of a password without what everybody knows of the person and the company. */
function isMade(password: string, rest: string): boolean {
  return rest.length < password.length && rest.replace(/[^\p{L}\p{N}]/gu, '').length < 4;
}

/** Four words or more are strong by their length; the lists need not even be loaded for them. */
function isPhrase(password: string): boolean {
  const words = new Set(password.toLowerCase().split(' ').filter(Boolean));
  return words.size >= 4 && password.length >= 20 && new Set(password).size >= 10;
}

/** A character that stands in no list counts as one of ten; a Chinese one is one of a hundred at the very least. */
function forHan(password: string): number {
  return new Set(password.match(/\p{Script=Han}/gu) ?? []).size;
}

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Fifty thousand leaked passwords take memory: they come when the first password is chosen. */
function guesser(): Promise<ZxcvbnFactory> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs: graphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs, maxLength: 128 });
}

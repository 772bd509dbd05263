import { Unacceptable } from '../problem.ts';

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/** Text as PostgreSQL can hold it, trimmed; length is counted in code points, as people count. */
export function textInput(input: unknown, maxLength: number): string {
  const text = typeof input === 'number' && Number.isFinite(input) ? String(input) : input;
  if (typeof text !== 'string') throw new Unacceptable('notText');
  if (text.includes('\0') || loneSurrogate.test(text)) throw new Unacceptable('unreadableCharacters');
  const trimmed = text.trim();
  if (trimmed.length > maxLength && [...trimmed].length > maxLength)
    throw new Unacceptable('tooLong', { maxLength });
  return trimmed;
}

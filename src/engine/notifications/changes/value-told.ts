import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../../records/context.ts';
import { changeWords } from '../notification-texts.ts';
import { shownValue } from '../shown-value.ts';

/** Characters of a value that are told in a notification. */
const longest = 60;

/** The value of a field in a few words, as the timeline tells it: with names where it holds records. */
export function valueTold(
  context: Pick<Context, 'registry' | 'workspace' | 'actor'>,
  object: ObjectModel,
  field: string,
  value: unknown,
): string {
  const words = changeWords(context.actor.locale);
  const text = shownValue(context, object, field, value).replace(/\s+/g, ' ');
  if (text === '') return value === null || value === '' ? words.empty : words.something;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

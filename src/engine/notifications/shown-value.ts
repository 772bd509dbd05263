import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { momentInWords } from '../fields/moment-in-words.ts';
import { plainTextOf } from '../fields/rich-text.ts';
import { type Labels, labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import { changeWords } from './notification-texts.ts';

type Reader = Pick<Context, 'registry' | 'workspace' | 'actor'>;

/** A value of a record in words, on the reader's clock and in his language; empty when there is none. */
export function shownValue(context: Reader, object: ObjectModel, path: string, value: unknown): string {
  if (!Array.isArray(value)) return shownOne(context, object, path, value);
  const words = value.map((one) => shownOne(context, object, path, one)).filter((one) => one !== '');
  return words.join(changeWords(context.actor.locale).and);
}

function shownOne(context: Reader, object: ObjectModel, path: string, value: unknown): string {
  const resolved = resolvePath(context.registry, object, path);
  if (value === null || value === undefined || resolved === undefined) return '';
  const { field, name, object: owner } = resolved;
  const labels: Labels = labelsOf(context.registry, context.actor.locale);
  switch (field.result ?? field.type) {
    case 'dateTime':
      return momentInWords(context.actor, new Date(String(value)));
    case 'date':
      return new Intl.DateTimeFormat(context.actor.locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(
        new Date(`${value}T00:00:00Z`),
      );
    case 'choice':
    case 'multiChoice':
      return labels.choice(owner, name, String(value));
    case 'boolean': {
      const { yes, no } = changeWords(context.actor.locale);
      return value === true ? yes : no;
    }
    case 'richText':
      return plainTextOf(String(value));
    case 'money': {
      // A sum of money is a number in the workspace's currency; other money tells its own.
      if (!tellsCurrency(field)) return `${context.workspace.currency} ${value}`;
      const { amount, currency } = value as { amount: string; currency: string };
      return `${currency} ${amount}`;
    }
    default:
      return typeof value === 'object' ? nameIn(value) : String(value);
  }
}

/** What a record or a file is called, whichever field says so. */
function nameIn(value: object): string {
  const called = Object.entries(value).find(([key]) => key !== 'id' && key !== 'object');
  return typeof called?.[1] === 'string' ? called[1] : '';
}

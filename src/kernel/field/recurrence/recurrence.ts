import { Unacceptable } from '../../problem.ts';
import type { Recurrence } from '../../recurrence/recurrence.ts';
import { readRule, writeRule } from '../../recurrence/rule.ts';
import { endOfDay } from '../../recurrence/starts-of.ts';
import { instantInput } from '../date-time/date-time.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** How a record that takes place at a time comes back. */
export function recurrence(options: FieldOptions<Recurrence> = {}): Field<Recurrence, false> {
  return field('recurrence', options);
}

const mostExcepted = 2000;

export const recurrenceType: FieldType = {
  parse(input, _, { timeZone = 'UTC' }) {
    const {
      rule,
      zone = timeZone,
      except = [],
    } = typeof input === 'string' ? { rule: input } : wordsOf(input);
    if (typeof rule !== 'string' || typeof zone !== 'string' || !Array.isArray(except))
      throw new Unacceptable('notRecurrence');
    if (!isZone(zone)) throw new Unacceptable('unknownZone', { zone: zone.slice(0, 60) });
    if (except.length > mostExcepted) throw new Unacceptable('tooMany', { most: mostExcepted });
    const excepted = [...new Set(except.map(instantInput))].sort();
    return {
      rule: writeRule(readRule(rule, (day) => endOfDay(day, zone))),
      zone,
      ...(excepted.length > 0 && { except: excepted }),
    };
  },
  schema: () => ({
    type: 'object',
    properties: {
      rule: { type: 'string', description: 'RFC 5545' },
      zone: { type: 'string' },
      except: { type: 'array', items: { type: 'string', format: 'date-time' } },
    },
    required: ['rule', 'zone'],
    examples: [{ rule: 'FREQ=WEEKLY;BYDAY=TU', zone: 'Asia/Shanghai' }],
  }),
};

function wordsOf(input: unknown): { rule?: unknown; zone?: unknown; except?: unknown } {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Unacceptable('notRecurrence');
  return input;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

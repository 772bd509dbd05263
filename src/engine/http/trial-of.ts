import { expressionLimits } from '#kernel/expression/text/expression-limits.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Trial } from '../run-time/try-expression.ts';

/** What somebody wants tried, or a refusal that names each part that cannot be. */
export function trialOf(body: unknown): Trial {
  const { object, expression, name, scale, wanted, sample } = Object(body) as Readonly<
    Record<string, unknown>
  >;
  const most = expressionLimits.characters;
  const complaints: Complaint[] = [];
  const must = (holds: boolean, field: string, code: string, parameters?: Complaint['parameters']) =>
    holds || complaints.push({ field, code, ...(parameters && { parameters }) });
  must(typeof object === 'string', 'object', 'noSuchObject');
  must(typeof expression === 'string', 'expression', 'notText');
  must(String(expression).length <= most, 'expression', 'tooLong', { maxLength: most });
  must(name === undefined || typeof name === 'string', 'name', 'notText');
  must(scale === undefined || isScale(scale), 'scale', 'outOfRange', { least: 0, most: 8 });
  must(wanted === undefined || wanted === 'boolean', 'wanted', 'notAChoice', {
    ...{ value: String(wanted).slice(0, 40), choices: 'boolean' },
  });
  must(sample === undefined || typeof sample === 'string', 'sample', 'notText');
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return {
    ...{ object: String(object), expression: String(expression) },
    ...(name !== undefined && { name: String(name) }),
    ...(isScale(scale) && { scale }),
    ...(wanted === 'boolean' && { wanted }),
    ...(sample !== undefined && { sample: String(sample) }),
  };
}

function isScale(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 8;
}

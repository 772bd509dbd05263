import type { Complaint } from '../problem.ts';
import { isObject, isText, listOf, oneOf, type Shape } from '../shape.ts';

/** The most steps of one automation, and the longest that it waits at one of them: a year. */
const mostSteps = 30;
const longestWait = 366 * 86_400;
/** So many branches and loops stand within each other at most. */
export const mostWithin = 3;
const mostValues = 50;
/** The most records that a loop goes over. */
export const mostRounds = 1000;
/** Steps that cannot stand in a loop, which goes from record to record without resting. */
export const notInLoops: readonly string[] = ['forEach', 'wait', 'call'];

const isPath: Shape = (value) => typeof value === 'string' && /^\w{1,60}(\.\w{1,60}){0,3}$/.test(value);
const isName: Shape = (value) => typeof value === 'string' && /^\w{1,60}$/.test(value);
const isKey: Shape = (value) => typeof value === 'string' && /^[\w-]{1,36}$/.test(value);
const isLong: Shape = (value) => typeof value === 'string' && value.length <= 10_000;
const isValues: Shape = (value) =>
  isObject(value) &&
  Object.keys(value as object).length <= mostValues &&
  Object.keys(value as object).every(isName);
const isShort: Shape = (value) => typeof value === 'string' && value.length <= 200;
const mayLack =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const wholeNumber =
  (least: number, most: number): Shape =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

type Shapes = Readonly<Record<string, Shape>>;

const triggers: Readonly<Record<string, Shapes>> = {
  created: {},
  updated: { fields: mayLack(listOf(isName, 50)) },
  deleted: {},
  time: { field: isName, offset: wholeNumber(-longestWait, longestWait) },
};

const steps: Readonly<Record<string, Shapes>> = {
  update: { through: mayLack(isPath), values: isValues },
  create: { object: isName, values: isValues },
  action: { action: isText, input: mayLack(isValues) },
  notify: { to: listOf(isText, 20), says: isText },
  mail: { through: mayLack(isPath), address: isName, purpose: isText, subject: isText, text: isLong },
  call: {
    ...{ webhook: isText, fields: listOf(isPath, mostValues) },
    fills: mayLack((value) => isValues(value) && Object.values(value as object).every(isShort)),
  },
  wait: { seconds: wholeNumber(60, longestWait) },
  branch: {
    where: (value) => value === undefined || value === null || isObject(value),
    ...{ steps: Array.isArray, otherwise: mayLack(Array.isArray) },
  },
  forEach: {
    ...{ object: isName, matching: isValues, sort: mayLack(isText), limit: wholeNumber(1, mostRounds) },
    where: (value) => value === undefined || value === null || isObject(value),
    steps: Array.isArray,
  },
};

/** What of a trigger is not written as one. */
export function triggerShapeFaults(trigger: unknown): readonly Complaint[] {
  return partFaults(trigger, 'trigger', 'on', triggers, {});
}

/** What of a list of steps is not written as one: each has its kind and a key of its own, those within branches too. */
export function stepShapeFaults(list: unknown): readonly Complaint[] {
  const found: Found[] = [];
  const faults = listFaults(list, 'steps', { deep: 0, loop: false }, found);
  if (found.length > mostSteps) return [{ field: 'steps', code: 'tooMany', parameters: { most: mostSteps } }];
  const keys = found.map(({ key }) => key);
  const twice = found.find(({ key }, at) => key !== undefined && keys.indexOf(key) < at);
  return twice === undefined ? faults : [...faults, { field: `${twice.at}.key`, code: 'notUnique' }];
}

interface Found {
  readonly at: string;
  readonly key: unknown;
}

/** Where a list stands: within so many branches and loops, and whether one of these is a loop. */
interface Within {
  readonly deep: number;
  readonly loop: boolean;
}

/** The faults of one list; what it has found is added, and no more is read than there may be. */
function listFaults(list: unknown, at: string, within: Within, found: Found[]): readonly Complaint[] {
  if (!Array.isArray(list)) return [{ field: at, code: 'notSteps' }];
  return list.slice(0, mostSteps + 1).flatMap((step: unknown, place) => {
    const own = `${at}.${place}`;
    const given = isObject(step) ? step : {};
    if (found.push({ at: own, key: given.key }) > mostSteps) return [];
    const faults = partFaults(step, own, 'do', steps, { key: isKey });
    if (faults.length > 0) return faults;
    if (within.loop && notInLoops.includes(String(given.do)))
      return [{ field: `${own}.do`, code: 'notInALoop' }];
    if (given.do !== 'branch' && given.do !== 'forEach') return [];
    if (within.deep === mostWithin)
      return [{ field: `${own}.do`, code: 'tooManyWithin', parameters: { most: mostWithin } }];
    const inside = { deep: within.deep + 1, loop: within.loop || given.do === 'forEach' };
    const ways = [['steps', given.steps] as const, ['otherwise', given.otherwise ?? []] as const];
    return ways.flatMap(([way, inner]) => listFaults(inner, `${own}.${way}`, inside, found));
  });
}

/** What is wrong with a part of which one name tells the kind, and the kind what else there is. */
function partFaults(
  part: unknown,
  field: string,
  tells: string,
  kinds: Readonly<Record<string, Shapes>>,
  always: Shapes,
): readonly Complaint[] {
  const code = 'notSteps';
  if (!isObject(part)) return [{ field, code }];
  const given = part as Readonly<Record<string, unknown>>;
  const kind = given[tells];
  if (!oneOf(Object.keys(kinds))(kind)) return [{ field: `${field}.${tells}`, code }];
  const shapes = { ...always, ...kinds[String(kind)] };
  const unknown = Object.keys(given).filter((name) => name !== tells && !Object.hasOwn(shapes, name));
  const unfit = Object.entries(shapes).filter(([name, shape]) => !shape(given[name]));
  return [...unknown, ...unfit.map(([name]) => name)].map((name) => ({
    field: `${field}.${name.slice(0, 60)}`,
    code,
  }));
}

import { type Window, windowOf } from '#kernel/expression/position.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import type { ExportQuery } from '../import-export/export-records.ts';
import type { AggregateQuery } from '../records/aggregate.ts';
import type { ListQuery } from '../records/list-query.ts';
import type { MapQuery } from '../records/map-records.ts';
import type { TimelineQuery } from '../timeline/read-timeline.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** Reads a list's parameters from the address. */
export function listQueryOf(parameters: Parameters): ListQuery {
  const select = listIn(parameters, 'select');
  const limit = textIn(parameters, 'limit');
  const marks = jsonIn(parameters, 'marks');
  if (marks !== undefined && !Array.isArray(marks))
    throw new Refusal('invalid', [{ field: 'marks', code: 'notAList' }]);
  return {
    where: jsonIn(parameters, 'where'),
    ...(select && { select }),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...pick(parameters, ['sort', 'cursor', 'q']),
    ...(marks !== undefined && { marks }),
    count: textIn(parameters, 'count') === 'true',
    bin: textIn(parameters, 'bin') === 'true',
  };
}

/** Reads an aggregate's parameters from the address. */
export function aggregateQueryOf(parameters: Parameters): AggregateQuery {
  return {
    groupBy: listIn(parameters, 'groupBy') ?? [],
    measures: listIn(parameters, 'measures') ?? [],
    where: jsonIn(parameters, 'where'),
    ...pick(parameters, ['q']),
    totals: textIn(parameters, 'totals') === 'true',
  };
}

/** Reads what a window of the map asks for from the address; the world unless told. */
export function mapQueryOf(parameters: Parameters): MapQuery {
  return {
    place: textIn(parameters, 'place') ?? 'position',
    window: windowIn(listIn(parameters, 'window') ?? ['-180', '-90', '180', '90']),
    zoom: Number(textIn(parameters, 'zoom') ?? 3),
    where: jsonIn(parameters, 'where'),
    ...pick(parameters, ['q']),
  };
}

function windowIn(degrees: readonly string[]): Window {
  try {
    return windowOf(degrees.map(Number));
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    throw new Refusal('invalid', [{ field: 'window', code: error.code }]);
  }
}

/** Reads an export's parameters from the address. */
export function exportQueryOf(parameters: Parameters): ExportQuery {
  const { limit: _, cursor: __, count: ___, marks: ____, ...list } = listQueryOf(parameters);
  return {
    ...list,
    format: oneOf(parameters, 'format', ['csv', 'xlsx', 'vcf']),
    headers: oneOf(parameters, 'headers', ['labels', 'names']),
    ...pick(parameters, ['for', 'reason']),
  };
}

/** One of a few words, the first when nothing is said. */
export function oneOf<Word extends string>(
  parameters: Parameters,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const given = textIn(parameters, name) ?? words[0];
  const found = words.find((word) => word === given);
  if (found === undefined)
    throw new Refusal('invalid', [
      {
        field: name,
        code: 'notAChoice',
        parameters: { value: given.slice(0, 60), choices: words.join(', ') },
      },
    ]);
  return found;
}

/** Reads a timeline's parameters from the address. */
export function timelineQueryOf(parameters: Parameters): TimelineQuery {
  const kinds = listIn(parameters, 'kinds');
  const cursor = textIn(parameters, 'cursor');
  const limit = Number(textIn(parameters, 'limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new Refusal('invalid', [
      { field: 'limit', code: 'outOfRange', parameters: { least: 1, most: 200 } },
    ]);
  const fields = listIn(parameters, 'fields');
  return {
    limit,
    ...(kinds?.length && { kinds }),
    ...(fields?.length && { fields }),
    ...(cursor !== undefined && { cursor }),
  };
}

export function listIn(parameters: Parameters, name: string): readonly string[] | undefined {
  return textIn(parameters, name)
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function jsonIn(parameters: Parameters, name: string): unknown {
  const text = textIn(parameters, name);
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', [{ field: name, code: 'notACondition' }]);
  }
}

function pick(parameters: Parameters, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names
      .map((name) => [name, textIn(parameters, name)])
      .filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

export function textIn(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.includes('\0'))
    throw new Refusal('invalid', [{ field: name, code: 'notText' }]);
  return value;
}

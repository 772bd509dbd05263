import { Refusal } from '#kernel/problem.ts';
import { type AggregateQuery, aggregateRecords } from './aggregate.ts';
import type { Context } from './context.ts';
import { createRecords, type NewRecord } from './create.ts';
import { listRecords } from './list.ts';
import type { ListQuery } from './list-query.ts';
import { type MapQuery, mapRecords } from './map-records.ts';
import { mustEver, readRecord } from './read.ts';
import { removeRecord, restoreRecord } from './remove.ts';
import { updateRecord } from './update.ts';

/** The records of a workspace as one actor may reach them. Answers are JSON text, ready to send. */
export function recordsFor(context: Context) {
  const known = (object: string) => {
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    return object;
  };
  const readable = (object: string) => {
    mustEver(context, known(object), 'read');
    return object;
  };
  return {
    list: (object: string, query: ListQuery) => listRecords(context, readable(object), query),
    read: (object: string, id: string, select?: readonly string[]) =>
      readRecord(context, readable(object), id, select),
    aggregate: (object: string, query: AggregateQuery) => aggregateRecords(context, readable(object), query),
    map: (object: string, query: MapQuery) => mapRecords(context, readable(object), query),
    create: (object: string, inputs: readonly NewRecord[]) => createRecords(context, known(object), inputs),
    update: (object: string, id: string, values: unknown, version?: number) =>
      updateRecord(context, known(object), id, values, version),
    remove: (object: string, id: string, version?: number) =>
      removeRecord(context, known(object), id, version),
    restore: (object: string, id: string) => restoreRecord(context, known(object), id),
  };
}

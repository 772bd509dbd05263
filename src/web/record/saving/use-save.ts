import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keys } from '#web/api/keys.ts';
import { useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { type RivalValue, rivalValues } from './rival-values.ts';

/** Why a save was refused, by field where the server says so; nothing when it went through. */
export interface Refused {
  readonly message: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** Two people's values, waiting for a choice. */
export interface Conflict {
  readonly values: Values;
  readonly rivals: readonly RivalValue[];
  readonly version: number;
}

/**
 * Saves changes of one record, one after another, each on the newest version. When somebody else was faster,
 * changes of other fields go through silently; the same field is laid before the user.
 */
export function useSave(object: string, id: string) {
  const client = useQueryClient();
  const update = useUpdate(object);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const own = useRef(new Set<string>());
  const [conflict, setConflict] = useState<Conflict>();

  const newest = (): RecordJson | undefined =>
    client
      .getQueriesData<RecordJson>({ queryKey: keys.recordAnySelect(object, id) })
      .flatMap(([, record]) => (typeof record?.version === 'number' ? record : []))
      .toSorted((one, other) => other.version - one.version)[0];

  const send = async (values: Values, base: Values, version?: number): Promise<Refused | undefined> => {
    for (const field of Object.keys(values)) own.current.add(field);
    const known = newest();
    // What somebody else saved while this was typed is on screen already: the server would see no conflict.
    const shown = known && Object.keys(values).every((field) => field in known);
    const seen = shown && version === undefined ? rivalValues(base, known, values) : [];
    if (known && seen.length > 0) {
      setConflict({ values, rivals: seen, version: known.version });
      return undefined;
    }
    try {
      await update.mutateAsync({ id, version: version ?? known?.version ?? 0, values });
      return undefined;
    } catch (error) {
      if (!(error instanceof ProblemError)) return { message: String(error), errors: {} };
      const { current } = error.problem;
      if (error.status !== 409 || !current) return { message: error.message, errors: error.fields };
      const rivals = rivalValues(base, current, values);
      if (rivals.length === 0 && version !== current.version) {
        return send(values, current, Number(current.version));
      }
      setConflict({ values, rivals, version: Number(current.version) });
      return undefined;
    }
  };

  const save = (values: Values, base: Values): Promise<Refused | undefined> => {
    const turn = queue.current.then(() => send(values, base));
    queue.current = turn;
    return turn;
  };

  const resolve = (kept: Values): Promise<Refused | undefined> | undefined => {
    const version = conflict?.version;
    setConflict(undefined);
    return Object.keys(kept).length > 0 ? send(kept, kept, version) : undefined;
  };

  return { save, conflict, resolve, ownFields: own };
}

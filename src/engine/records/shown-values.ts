import { masked } from '#kernel/mask.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { sealedMark } from '#kernel/sealed.ts';
import { fieldRight } from '../access/rights.ts';
import type { Context } from './context.ts';
import type { Values } from './record-values.ts';

/** Stored values as this person is shown them: without what is hidden from him, and masked where they are masked. */
export function shownValues(context: Context, object: ObjectModel, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const right = object.allFields.has(name) ? fieldRight(object, name, context.actor) : 'read';
      if (object.allFields.get(name)?.sealed === true && value !== null)
        return right === 'hidden' ? [] : [[name, sealedMark]];
      return right === 'hidden' ? [] : [[name, right === 'masked' ? shown(object, name, value) : value]];
    }),
  );
}

function shown(object: ObjectModel, name: string, value: unknown): unknown {
  return typeof value === 'string' ? masked(object.allFields.get(name)?.type ?? 'text', value) : null;
}

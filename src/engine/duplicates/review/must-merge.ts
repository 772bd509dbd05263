import type { Context } from '../../records/context.ts';
import { mustEver } from '../../records/read.ts';

/** Refuses who may merge no records of this object: whoever judges pairs is he who may make them one. */
export function mustMerge(context: Context, object: string): void {
  mustEver(context, object, 'update');
  mustEver(context, object, 'delete');
}

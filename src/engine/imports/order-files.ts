import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import type { ImportFile } from './import-job.ts';
import { targetOf } from './row-values.ts';

/** The places of the files in an order in which every file comes after those whose records it refers to. */
export function orderOfFiles(context: Context, files: readonly ImportFile[]): readonly number[] {
  const done: number[] = [];
  const open = new Set(files.keys());
  while (open.size > 0) {
    const ready = [...open].find((place) => {
      const needed = targetsOf(context, files[place] as ImportFile);
      return ![...open].some((other) => other !== place && needed.has(files[other]?.object ?? ''));
    });
    // Files that refer to each other in a circle come as they were given.
    const next = ready ?? ([...open][0] as number);
    open.delete(next);
    done.push(next);
  }
  return done;
}

function targetsOf(context: Context, file: ImportFile): ReadonlySet<string> {
  const object = objectNamed(context.registry, file.object);
  const targets = file.mapping.map(({ field }) => {
    const declared = object.fields.get(field ?? '');
    return declared && targetOf(context, declared);
  });
  return new Set(targets.filter((target) => target !== undefined && target !== file.object) as string[]);
}

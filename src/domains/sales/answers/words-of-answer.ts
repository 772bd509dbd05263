import type { FormAnswer } from '#kernel/public-form.ts';

/** What was filled in, as it stood on the form. */
export function wordsOf({ values, labels }: Pick<FormAnswer, 'values' | 'labels'>): string {
  return Object.entries(labels)
    .filter(([name]) => values[name] !== null && values[name] !== undefined)
    .map(([name, label]) => `${label}: ${String(values[name])}`)
    .join('\n');
}

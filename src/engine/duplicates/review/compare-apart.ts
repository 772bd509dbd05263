import { Worker } from 'node:worker_threads';
import type { Likeness } from '#kernel/likeness.ts';
import type { Pair } from '../pairs-among.ts';

export interface ToCompareBy {
  readonly rules: readonly Likeness[];
  /** Pairs wanted at most, the most likely. */
  readonly mostPairs: number;
  /** Milliseconds between two tellings of how far it is. */
  readonly beat: number;
}

/** What the thread tells: how far it is, from 0 to 1, and at last what it has found. */
export type Told = { readonly done: number } | { readonly pairs: readonly Pair[] };

/** Megabytes that a comparison may take. */
const mostMemory = 2048;

/**
 * Compares records in a thread of its own, with memory of its own: the server goes on answering, and where they are too
 * many to be compared it is not the server that ends.
 */
export class ComparisonApart {
  readonly #by: ToCompareBy;
  readonly #memory: number;
  #thread: { readonly worker: Worker; readonly pairs: Promise<readonly Pair[]> } | undefined;
  /** How far it is, from 0 to 1. */
  done = 0;

  constructor(by: ToCompareBy, memory = mostMemory) {
    this.#by = by;
    this.#memory = memory;
  }

  /** Takes a page of records, as JSON. */
  take(records: Uint8Array): void {
    this.#thread ??= this.#start();
    this.#thread.worker.postMessage(records);
  }

  /** Compares all that it took; fails where its memory does not suffice. */
  async pairs(): Promise<readonly Pair[]> {
    this.#thread?.worker.postMessage(null);
    return this.#thread?.pairs ?? [];
  }

  async end(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  #start() {
    const worker = new Worker(new URL('./comparing-worker.ts', import.meta.url), {
      workerData: this.#by,
      resourceLimits: { maxOldGenerationSizeMb: this.#memory },
    });
    const pairs = new Promise<readonly Pair[]>((resolve, reject) => {
      worker.on('message', (told: Told) => {
        if ('pairs' in told) resolve(told.pairs);
        else this.done = told.done;
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The comparison ended before it had compared.')));
    });
    // It may fail, or be ended, before anybody waits for it.
    pairs.catch(() => {});
    return { worker, pairs };
  }
}

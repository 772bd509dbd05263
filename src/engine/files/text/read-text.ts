import { Worker } from 'node:worker_threads';
import { textLimits } from './limits.ts';

export interface FileToRead {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How reading ended: with what is written there, or why not. */
export type TextState = 'read' | 'encrypted' | 'tooLarge' | 'tooLong' | 'unreadable';

export interface ReadText {
  readonly state: TextState;
  readonly text: string;
  readonly words: readonly string[];
}

const nothing = (state: TextState): ReadText => ({ state, text: '', words: [] });

/**
 * Reads what is written in a file, in a thread of its own with little memory and time: whatever a file does to its reader,
 * the server goes on.
 */
export async function readText(
  file: FileToRead,
  milliseconds: number = textLimits.milliseconds,
): Promise<ReadText> {
  if (/^(image|audio|video)\//.test(file.mediaType) || file.bytes.length === 0) return nothing('read');
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: textLimits.memory, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise<ReadText>((resolve) => {
      const timer = setTimeout(() => resolve(nothing('tooLong')), milliseconds);
      timer.unref();
      worker.on('message', resolve);
      worker.on('error', () => resolve(nothing('tooLarge')));
      worker.on('exit', () => {
        clearTimeout(timer);
        resolve(nothing('unreadable'));
      });
    });
  } finally {
    await worker.terminate();
  }
}

import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from '../../import-export/reading/unreadable-file.ts';
import { textLimits } from './limits.ts';
import type { FileToRead, ReadText, TextState } from './read-text.ts';
import { textOfFile } from './text-of-file.ts';
import { wordsOfText } from './words-of-text.ts';

/** Reads one file, apart from the server: what it does not survive, the server does. */
const { name, mediaType, bytes } = workerData as FileToRead;

function stateOf(error: unknown): TextState {
  if (error instanceof Error && error.name === 'PasswordException') return 'encrypted';
  return error instanceof UnreadableFile && error.code === 'tooLarge' ? 'tooLarge' : 'unreadable';
}

async function read(): Promise<ReadText> {
  try {
    const found = await textOfFile(name, mediaType, bytes);
    const text = found.slice(0, textLimits.characters).replaceAll('\0', '').toWellFormed().trim();
    return { state: 'read', text, words: wordsOfText(text) };
  } catch (error) {
    return { state: stateOf(error), text: '', words: [] };
  }
}

parentPort?.postMessage(await read());

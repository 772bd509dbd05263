import { after } from 'node:test';

type Close = () => unknown;

const ofFile: Close[] = [];
const ofProcess: Close[] = [];
let shared = false;

/**
 * Closes something when the test file has ended, what was opened last first. A hook will not do where things are opened
 * within a test or another hook: it would end with that.
 */
export function closeWithFile(close: Close): void {
  ofFile.push(close);
}

/** Closes something that the test files of a process share when the last of them has ended. */
export function closeWithProcess(close: Close): void {
  ofProcess.push(close);
}

export function closeFile(): Promise<void> {
  return closeAll(ofFile);
}

export function closeProcess(): Promise<void> {
  return closeAll(ofProcess);
}

/** Whoever says so runs several files in this process, and tells when each and when the last has ended. */
export function filesShareProcess(): void {
  shared = true;
}

/** Closes the rest too where one fails: left open, it would stay so while other files are tested. */
async function closeAll(open: Close[]): Promise<void> {
  const close = open.pop();
  if (close === undefined) return;
  try {
    await close();
  } finally {
    await closeAll(open);
  }
}

// A file that is alone in its process ends with it.
after(async () => {
  if (shared) return;
  await closeFile();
  await closeProcess();
});

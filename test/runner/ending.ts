// Loaded before the tests of a process: sees to it that it ends, and says what kept it.
import { after } from 'node:test';
import { isMainThread } from 'node:worker_threads';

/** How long what tests have left open may take to end by itself, in milliseconds. */
const patience = 60_000;

if (isMainThread) {
  // Browsers take the signal for themselves; a process whose time is over would else go on for ever.
  process.once('SIGTERM', () => end('Its time is over'));
  after(() => {
    setTimeout(() => end('Its tests have ended'), patience).unref();
  });
}

function end(why: string): void {
  const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
  console.error(`${process.argv[1]}: ${why}, and these were still open: ${open}`);
  process.exit(1);
}

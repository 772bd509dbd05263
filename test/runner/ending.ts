// Loaded before the tests of a process: sees to it that it ends, and says what kept it.
import { isMainThread } from 'node:worker_threads';

/** How long a process of tests may take, in milliseconds: those of the longest take a third of it on a slow machine. */
const longest = 15 * 60_000;

// Unheeded by what would end by itself; what has left something open would go on for ever, and the whole run with it.
if (isMainThread)
  setTimeout(() => {
    const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
    console.error(`${process.argv[1]} has not ended in time, and these are still open: ${open}`);
    process.exit(1);
  }, longest).unref();

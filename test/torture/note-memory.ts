// Comes into a server that is watched (`--import`): at SIGUSR2 it collects what is garbage and writes down what is left.
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const megabytes = Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
  writeFileSync(process.env.GUANXI_TORTURE_MEMORY ?? '/dev/null', String(megabytes));
});

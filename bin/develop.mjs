import { spawn } from 'node:child_process';
import { fromRoot } from './paths.mjs';

/** The server, restarted at each change, beside Vite, which shows changes of the client at once. */
export function develop(parameters) {
  const programs = [
    ['--watch', '--watch-preserve-output', fromRoot('src/main/start.ts'), ...parameters],
    [fromRoot('node_modules/vite/bin/vite.js')],
  ];
  const children = programs.map((program) =>
    spawn(process.execPath, program, { cwd: fromRoot('.'), stdio: 'inherit' }),
  );
  const end = (signal) => {
    for (const child of children) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  for (const child of children) child.once('exit', () => end('SIGTERM'));
}

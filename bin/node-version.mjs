import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { failure } from './failure.mjs';
import { fromRoot } from './paths.mjs';

const needed = 24;

/** The Node to run under: this one if it is new enough, otherwise the one that npm brought along. */
export function suitableNode() {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = fromRoot(`node_modules/node-${system}-${process.arch}/bin/${program}`);
  if (existsSync(bundled)) return bundled;
  throw failure(
    `Guanxi needs Node ${needed}. This is ${process.version}, and none comes with it for ${process.platform} on ` +
      `${process.arch}: install it from https://nodejs.org.`,
  );
}

/** Starts over under another Node: signals are passed on, and its exit code is ours. */
export function continueUnder(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

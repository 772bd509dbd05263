#!/usr/bin/env node
// The one way in: `npm start`, `npm test` and the command line come through here. It is plain JavaScript
// for any Node from 20 on, sees to it that the packages are installed, and goes on under Node 24.
import module from 'node:module';
import { delimiter } from 'node:path';
import { endWithParent } from './end-with-parent.mjs';
import { continueUnder, suitableNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { fromRoot } from './paths.mjs';

const [command = 'help', ...parameters] = process.argv.slice(2);

try {
  endWithParent();
  ensurePackages();
  const node = suitableNode();
  if (node === process.execPath) await dispatch();
  else continueUnder(node);
} catch (error) {
  console.error(error instanceof Error && error.expected ? error.message : error);
  process.exitCode = 1;
}

async function dispatch() {
  module.enableCompileCache?.(fromRoot('node_modules/.cache/compile'));
  process.env.PATH = [fromRoot('node_modules/.bin'), process.env.PATH].join(delimiter);
  switch (command) {
    case 'start':
      await buildClient();
      return enter('src/main/start.ts', parameters);
    case 'build':
      return buildClient();
    case 'dev': {
      const { develop } = await import('./develop.mjs');
      return develop(parameters);
    }
    case 'test':
      return enter('test/run.ts', parameters);
    case 'torture':
      return enter('test/torture/run.ts', parameters);
    case 'fuzz':
      return enter('test/fuzz/run.ts', parameters);
    case 'bench':
      return enter('bench/run.ts', parameters);
    default:
      return enter('src/main/cli.ts', [command, ...parameters]);
  }
}

async function buildClient() {
  const { ensureClient } = await import('./client.mjs');
  ensureClient();
}

/** Runs a program of ours in this process, as if it had been called by its own name. */
async function enter(path, parameters) {
  process.argv = [process.execPath, fromRoot(path), ...parameters];
  await import(new URL(`../${path}`, import.meta.url).href);
}

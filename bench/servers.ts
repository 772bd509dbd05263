import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Server {
  readonly url: string;
  /** The most memory that it has held since it was asked the last time, in bytes. */
  peakMemory(): number;
  stop(): Promise<void>;
}

const root = new URL('../', import.meta.url);

/** Starts a program of ours as a server of its own and waits until it answers. */
export async function startServer(
  program: string,
  port: number,
  parameters: readonly string[],
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Server> {
  const path = fileURLToPath(new URL(program, root));
  const child = spawn(process.execPath, [...flags, path, ...parameters], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    url,
    peakMemory: () => peakMemoryOf(child.pid ?? 0),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`A server has ended with ${child.exitCode}.`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer) return;
    await pause(100);
  }
  throw new Error(`Nothing answers at ${url}.`);
}

/** What Linux notes of a process; from then on it notes anew. */
function peakMemoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

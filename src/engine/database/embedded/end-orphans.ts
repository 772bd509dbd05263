import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Ends every process that was started for a directory. A killed parent leaves initdb writing there, unnoticed. */
export async function endOrphans(directory: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const orphans = processesFor(directory);
    if (orphans.length === 0) return;
    for (const pid of orphans) end(pid);
    await pause(50);
  }
}

function processesFor(directory: string): readonly number[] {
  const commands = existsSync('/proc/self/cmdline') ? linuxCommands() : otherCommands();
  return commands.filter(({ command }) => command.includes(directory)).map(({ pid }) => pid);
}

interface Command {
  readonly pid: number;
  /** How it was started; on Linux with its environment, where initdb's own children carry the directory. */
  readonly command: string;
}

function linuxCommands(): readonly Command[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return numbers.map((pid) => ({ pid, command: told(pid, 'cmdline') + told(pid, 'environ') }));
}

/** What Linux tells of a process; nothing when it has ended or is another user's. */
function told(pid: number, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function otherCommands(): readonly Command[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

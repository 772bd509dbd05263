import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { nothingYet } from '../load.ts';
import { everythingIn, jobFaults } from '../verdict.ts';
import { Victim } from '../victim.ts';
import type { Scenario } from './scenario.ts';
import { failuresIn, summaryOf, underLoad } from './under-load.ts';

/**
 * The data folder is a small file system of its own (needs Linux and root), which is filled to the last byte under load.
 * Nothing may be acknowledged and lost, nothing half written; once there is room again the product goes on by itself.
 */
export const diskFull: Scenario = async ({ folder, port }) => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=0755', 'tmpfs', folder]);
  const victim = new Victim(folder, port);
  const known = nothingYet();
  try {
    await victim.start();
    const cookie = await victim.signIn();
    const before = await underLoad(victim, cookie, known, 4);
    const ballast = join(folder, 'ballast');
    fill(ballast);
    const full = await underLoad(victim, cookie, known, 12);
    const upload = await bring(victim, cookie);
    const health = await fetch(`${victim.url}/api/health`).catch(() => undefined);
    const room = statfsSync(folder).bavail;
    rmSync(ballast);
    const freed = Date.now();
    await victim.serving();
    const after = await underLoad(victim, cookie, known, 6);
    const served = [...after.accounts].length > 0;
    return {
      facts: {
        ...{ before: summaryOf(before), full: summaryOf(full), after: summaryOf(after) },
        ...{ blocksLeft: room, upload, health: health?.status ?? 0 },
        secondsUntilServing: Math.round((Date.now() - freed) / 1000),
      },
      faults: [
        ...failuresIn('before', before),
        ...failuresIn('full', full),
        ...failuresIn('after', after),
        ...(upload < 500 || upload === 503 ? [] : [`an upload was answered with ${upload}`]),
        ...(served ? [] : ['nothing is written although there is room again']),
        ...(await everythingIn(victim, known)),
        ...(await jobFaults(victim)),
      ],
    };
  } finally {
    await victim.stop();
    execFileSync('umount', ['-l', folder]);
  }
};

/** Writes until nothing fits any more. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 1024 * 1024; size >= 512; ) {
      try {
        writeSync(file, Buffer.alloc(size, 7));
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(file);
  }
}

async function bring({ url }: Victim, cookie: string): Promise<number> {
  const body = new FormData();
  body.set('file', new Blob(['x'.repeat(300_000)]), 'drawing.txt');
  const answer = await fetch(`${url}/api/files`, {
    ...{ method: 'POST', headers: { cookie, origin: url }, body },
  }).catch(() => undefined);
  return answer?.status ?? 0;
}

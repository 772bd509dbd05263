import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { folderStore } from '#engine/files/folder-store.ts';
import type { ImportFile } from '#engine/imports/import-job.ts';
import type { Module } from '#kernel/module.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

/** The product with a place for files, and these modules beside its own. */
export function start(...more: readonly Module[]): Promise<Product> {
  const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-imports-')));
  return startProduct({ files: { store, limit: 50 * 1024 * 1024 }, more });
}

/** Brings files as a browser does. */
export async function bring(
  ask: Asking,
  files: readonly [name: string, bytes: Uint8Array][],
  wishes?: object,
) {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('files', new Blob([Uint8Array.from(bytes)]), name);
  if (wishes) form.append('import', JSON.stringify(wishes));
  const body = new Response(form);
  const type = body.headers.get('content-type') ?? '';
  return ask('POST', '/api/imports', Buffer.from(await body.arrayBuffer()), { 'content-type': type });
}

/** Waits until an import has come to rest. */
export async function settled(ask: Asking, id: string): Promise<Json> {
  for (;;) {
    const { body } = await ask('GET', `/api/imports/${id}`);
    if (!['queued', 'running', 'checking', 'rollingBack'].includes(body.state)) return body;
    await pause(20);
  }
}

export const counts = ({ created, updated, skipped, failed }: ImportFile) => ({
  created,
  updated,
  skipped,
  failed,
});

import { BackupFault } from '#engine/backup/backup-fault.ts';
import { UnusableDatabase } from '#engine/database/check-server.ts';
import { failureReason } from '#engine/operation/failure-reason.ts';
import { StoreFault } from '#kernel/port/backup-store.ts';

interface Failure {
  /** A number where a program of others has failed. */
  readonly code?: string | number;
  readonly path?: string;
  readonly syscall?: string;
  readonly message: string;
}

/** What a person can do something with; the error itself, with its stack, only where nothing else is known. */
export function failureText(error: unknown): unknown {
  if (error instanceof UnusableDatabase || error instanceof BackupFault) return error.message;
  if (error instanceof StoreFault) return failureReason(error);
  const { code = '', path, syscall, message } = error as Failure;
  if (code === 'ENOSPC' || code === '53100' || /No space left on device/.test(message))
    return `The disk is full${path === undefined ? '' : ` (${path})`}. Make room, at least 1 GB, and start again; nothing that was stored is lost.`;
  const closed = code === 'EROFS' || (path !== undefined && (code === 'EACCES' || code === 'EPERM'));
  // So Node says it of a folder that cannot be made on a disk that cannot be written.
  if (closed || (code === 'ENOENT' && syscall === 'mkdir'))
    return `${path} cannot be written. Give Guanxi a folder of its own with --data DIR, or make this one writable.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${path} is not a folder. Give another one with --data DIR.`;
  return error instanceof Error && code === '' ? message : error;
}

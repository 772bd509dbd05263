import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { archiveSettings } from './archive-spool.ts';

export type ServerSettings = Readonly<Record<string, string>>;

const megabyte = 1024 * 1024;

/** PostgreSQL's settings for one server that shares a small machine with the product. */
export function serverSettings(port: number, changes: ServerSettings): ServerSettings {
  const memory = availableMemory();
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '60',
    shared_buffers: `${clamp(memory / 8, 64, 1024)}MB`,
    effective_cache_size: `${clamp(memory / 2, 128, 8192)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${clamp(memory / 16, 64, 256)}MB`,
    dynamic_shared_memory_type: hasSharedMemory() ? 'posix' : 'mmap',
    fsync: 'on',
    synchronous_commit: 'on',
    // This build has only the slow way, which takes several times as long as writing what it saves.
    wal_compression: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    // Short statements by the thousand: compiling one costs more than running it.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Which statements take most time, for the administrators.
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.max': '1000',
    'pg_stat_statements.track_utility': 'off',
    ...archiveSettings(),
    cluster_name: 'guanxi',
    ...changes,
  };
}

/** The settings in the notation of postgresql.conf. */
export function settingsFile(settings: ServerSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return ['# Written by Guanxi at each start. Use ALTER SYSTEM for changes of your own.', ...lines, ''].join(
    '\n',
  );
}

function availableMemory(): number {
  const limit = process.constrainedMemory();
  const total = totalmem();
  return (limit > 0 && limit < total ? limit : total) / megabyte;
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** Containers often have a shared-memory file system too small for parallel queries. */
function hasSharedMemory(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= 512 * megabyte;
  } catch {
    return process.platform !== 'linux';
  }
}

import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#engine/database/embedded.ts';

const usual = fileURLToPath(new URL('../node_modules/.cache/test-postgres', import.meta.url));

/** Starts the database server of the tests, or joins the one that other test processes have started. */
export function startTestServer(directory = usual): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ directory, shared: true, settings: forgetful });
}

/** Nothing in a test has to survive a power cut. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '512MB',
  shared_buffers: '128MB',
  max_connections: '400',
  // Each test file signs in anew many times over.
  scram_iterations: '1',
};

import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { UnreadableFile } from '../import-export/reading/unreadable-file.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context, Workspace } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import type { ImportJob } from './import-job.ts';
import { claimImport, releaseImport, saveImport } from './import-table.ts';
import { removeFiles, withoutSealed } from './remove-files.ts';
import { rollbackImport } from './rollback-import.ts';
import { runImport } from './run-import.ts';
import { saveMappings } from './saved-mappings.ts';

/** Milliseconds between two looks whether a workspace is still open. */
const lookAgain = 2000;

/**
 * Does imports one after the other, in every workspace, until stopped; also those that another server left undone. One
 * that is under way ends after its batch, and goes on when a server starts again.
 */
export function serveImports(
  surroundings: (workspace: Workspace) => Promise<Omit<Place, 'workspace'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  store: FileStore,
  report: (error: unknown) => void,
): Looking {
  const control = new AbortController();
  /** Breaks the work off where the workspace is closed meanwhile; it goes on when it is opened again. */
  const whileOpen = async (workspace: Workspace, work: (signal: AbortSignal) => Promise<void>) => {
    const closing = new AbortController();
    const timer = setInterval(async () => {
      const open = await workspaces().catch(() => [workspace]);
      if (!open.some(({ name }) => name === workspace.name)) closing.abort();
    }, lookAgain);
    await work(AbortSignal.any([control.signal, closing.signal])).finally(() => clearInterval(timer));
  };
  const looking = keepLooking(async (stopped) => {
    for (const workspace of await workspaces()) {
      const place = { ...(await surroundings(workspace)), workspace };
      const job = stopped() ? undefined : await claimImport(place);
      if (job !== undefined)
        await whileOpen(workspace, (signal) =>
          tracedJob('import', () => doImport(place, store, job, signal, report)),
        );
    }
  }, report);
  return {
    wake: looking.wake,
    stop() {
      control.abort();
      return looking.stop();
    },
  };
}

type Place = Pick<Context, 'registry' | 'database' | 'workspace'>;

/** Does one import as the person who asked for it; whatever goes wrong ends in a visible state with its reason. */
export async function doImport(
  place: Place,
  store: FileStore,
  job: ImportJob,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  try {
    const actor = await loadActor(place.database, place.registry, place.workspace.schema, job.actor);
    if (actor === undefined) throw new Refusal('forbidden');
    const context: Context = { ...place, actor, now: Date.now() };
    if (job.state === 'rollingBack') {
      await endImport(context, await rollbackImport(context, job));
      return;
    }
    const done = await runImport(context, store, job, signal);
    if (job.state === 'checking') return await endImport(context, { ...done, state: 'checked' });
    const { files, removed } = withoutSealed(context, done.files);
    await endImport(context, { ...done, files, state: 'done' });
    await saveMappings(context, job.files);
    await removeFiles(context, store, removed);
  } catch (error) {
    if (signal.aborted) return releaseImport(place, job.id);
    const known = error instanceof Refusal || error instanceof UnreadableFile;
    if (!known) report(error);
    const problem = error instanceof Error ? error.message : String(error);
    await saveImport(place, { ...job, state: 'failed', problem: problem.slice(0, 2000) });
  }
}

const audited: Readonly<Record<string, string>> = { done: 'import.done', rolledBack: 'import.rolledBack' };

/** The last word about an import, together with the audit's of what it brought in or took back. */
function endImport(context: Context, job: ImportJob): Promise<void> {
  return context.database.transaction(async (database) => {
    await saveImport({ ...context, database }, job);
    const kind = audited[job.state];
    if (kind === undefined) return;
    await recordAuditEntry(database, {
      ...{ workspace: context.workspace.name, actor: job.actor, kind, subject: `import/${job.id}` },
      facts: {
        files: job.files.map(({ name, object, created, updated, kept }) => ({
          ...{ name, object, created, updated, kept },
        })),
      },
    });
  });
}

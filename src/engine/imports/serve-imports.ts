import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { UnreadableFile } from '../import-export/reading/unreadable-file.ts';
import type { Looking } from '../jobs/keep-looking.ts';
import { type Place, serveJobs } from '../jobs/serve-jobs.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context, Workspace } from '../records/context.ts';
import type { ImportJob } from './import-job.ts';
import { claimImport, releaseImport, saveImport } from './import-table.ts';
import { removeFiles, withoutSealed } from './remove-files.ts';
import { rollbackImport } from './rollback-import.ts';
import { runImport } from './run-import.ts';
import { saveMappings } from './saved-mappings.ts';

/** Does imports one after the other, in every workspace, until stopped. */
export function serveImports(
  surroundings: (workspace: Workspace) => Promise<Omit<Place, 'workspace'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  store: FileStore,
  report: (error: unknown) => void,
): Looking {
  const work = (place: Place, job: ImportJob, signal: AbortSignal) =>
    doImport(place, store, job, signal, report);
  return serveJobs(surroundings, workspaces, { name: 'import', claim: claimImport, work }, report);
}

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

import { Refusal } from '#kernel/problem.ts';
import type { Row } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import type { ImportFile, ImportJob } from './import-job.ts';

type Placed = Pick<Context, 'database' | 'workspace'>;

const columns = `id, actor, state, options, files, to_json(created) #>> '{}', to_json(started) #>> '{}', to_json(finished) #>> '{}', problem`;

export function importTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.import`;
}

export function rowTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.import_row`;
}

export function madeTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.import_made`;
}

export async function insertImport(context: Placed, job: ImportJob): Promise<void> {
  await context.database.run(
    `insert into ${importTable(context)} (id, actor, state, options, files, created) values ($1, $2, $3, $4, $5, $6)`,
    [job.id, job.actor, job.state, JSON.stringify(job.options), keptFiles(context, job), job.createdAt],
  );
}

/** An import of this person; administrators reach everybody's. */
export async function readImport(context: Context, id: string): Promise<ImportJob> {
  const [row] = await context.database.run(
    `select ${columns} from ${importTable(context)} where id = $1 and (actor = $2 or $3)`,
    [knownId(id), context.actor.id, context.actor.unlimited],
  );
  if (row === undefined) throw new Refusal('notFound');
  return importOf(context, row);
}

/** The latest imports, the newest first. */
export async function listImports(context: Context): Promise<readonly ImportJob[]> {
  const rows = await context.database.run(
    `select ${columns} from ${importTable(context)} where actor = $1 or $2 order by created desc, id desc limit 100`,
    [context.actor.id, context.actor.unlimited],
  );
  return rows.map((row) => importOf(context, row));
}

/** Takes the next import that waits, or one whose server died while it worked: silent for a minute. */
export async function claimImport(context: Placed): Promise<ImportJob | undefined> {
  const table = importTable(context);
  const [row] = await context.database.run(
    `update ${table} set beat = now(), started = coalesce(started, now()), state = case state when 'queued' then
         case when (options ->> 'dryRun')::boolean then 'checking' else 'running' end else state end
     where id = (select id from ${table} where state = 'queued'
       or (state in ('checking', 'running', 'rollingBack') and beat < now() - interval '1 minute')
       order by created limit 1 for update skip locked)
     returning ${columns}`,
  );
  return row && importOf(context, row);
}

/** Lets the next server take it at once. */
export async function releaseImport(context: Placed, id: string): Promise<void> {
  await context.database.run(`update ${importTable(context)} set beat = '-infinity' where id = $1`, [id]);
}

export async function saveImport(
  context: Placed,
  job: Pick<ImportJob, 'id' | 'state' | 'files'> & {
    readonly options?: ImportJob['options'];
    readonly problem?: string | null;
  },
): Promise<void> {
  const ended = ['checked', 'done', 'failed', 'rolledBack'].includes(job.state);
  await context.database.run(
    `update ${importTable(context)} set state = $2, files = $3, options = coalesce($4, options), problem = $5, beat = now(),
       finished = case when $6 then now() end where id = $1`,
    [
      ...[job.id, job.state, keptFiles(context, job)],
      ...[job.options === undefined ? null : JSON.stringify(job.options), job.problem ?? null, ended],
    ],
  );
}

/** The sample of a file says in the clear what may be sealed in records, so it waits sealed, as the file does. */
function keptFiles({ workspace: { seal } }: Placed, { files }: Pick<ImportJob, 'files'>): string {
  const kept = files.map((file) => {
    const { sample } = file;
    return seal && sample.length > 0 ? { ...file, sample: seal.sealPart(JSON.stringify(sample)) } : file;
  });
  return JSON.stringify(kept);
}

function filesIn({ workspace: { seal } }: Placed, text: string): readonly ImportFile[] {
  const kept = JSON.parse(text) as readonly (Omit<ImportFile, 'sample'> & {
    sample: ImportFile['sample'] | string;
  })[];
  return kept.map(({ sample, ...file }) => ({
    ...file,
    sample: typeof sample === 'string' ? JSON.parse(seal?.openPart(sample) ?? '[]') : sample,
  }));
}

function importOf(
  context: Placed,
  [id, actor, state, options, files, created, started, finished, problem]: Row,
): ImportJob {
  return {
    id: id as string,
    actor: actor as string,
    state: state as ImportJob['state'],
    options: JSON.parse(options as string),
    files: filesIn(context, files as string),
    createdAt: created as string,
    startedAt: started ?? null,
    finishedAt: finished ?? null,
    problem: problem ?? null,
  };
}

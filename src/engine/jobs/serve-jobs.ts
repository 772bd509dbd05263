import type { Context, Workspace } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import { keepLooking, type Looking } from './keep-looking.ts';

/** Milliseconds between two looks whether a workspace is still open. */
const lookAgain = 2000;

/** Milliseconds between two looks for jobs that nobody told of: those of a server that is gone wait longer. */
const untold = 5000;

/** Where a job is done, without whoever asked for it. */
export type Place = Pick<Context, 'registry' | 'database' | 'workspace'>;

/** Long work that waits in a table of each workspace. */
interface JobKind<Job> {
  readonly name: string;
  /** Takes the next that waits, if any. */
  claim(place: Place): Promise<Job | undefined>;
  /** Does it, and breaks it off between two steps when the signal says so; it is claimed again then. */
  work(place: Place, job: Job, signal: AbortSignal): Promise<void>;
}

/**
 * Does jobs of a kind one after the other, in every workspace, until stopped; also those that another server left undone.
 * One that is under way ends after its step, and goes on when a server starts again or its workspace is opened again.
 */
export function serveJobs<Job>(
  surroundings: (workspace: Workspace) => Promise<Omit<Place, 'workspace'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  { name, claim, work }: JobKind<Job>,
  report: (error: unknown) => void,
): Looking {
  const control = new AbortController();
  const whileOpen = async (workspace: Workspace, doIt: (signal: AbortSignal) => Promise<void>) => {
    const closing = new AbortController();
    const timer = setInterval(async () => {
      const open = await workspaces().catch(() => [workspace]);
      if (!open.some((each) => each.name === workspace.name)) closing.abort();
    }, lookAgain);
    await doIt(AbortSignal.any([control.signal, closing.signal])).finally(() => clearInterval(timer));
  };
  const looking = keepLooking(
    async (stopped) => {
      for (const workspace of await workspaces()) {
        const place = { ...(await surroundings(workspace)), workspace };
        const job = stopped() ? undefined : await claim(place);
        if (job === undefined) continue;
        await whileOpen(workspace, (signal) => tracedJob(name, () => work(place, job, signal)));
        // Another may stand behind it.
        looking.wake();
      }
    },
    report,
    untold,
  );
  return {
    wake: looking.wake,
    stop() {
      control.abort();
      return looking.stop();
    },
  };
}

import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import { asSystem } from '../access/actor.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Context, Workspace } from '../records/context.ts';
import { webhooksDue } from './claim.ts';
import { deliverNext } from './deliver.ts';
import { passOver, queueEvents } from './queue-events.ts';

/** Milliseconds between two times that the log is passed over where nobody is told of it. */
const idle = 60_000;
/** Claims worked off for one program before it is looked again whether its workspace is open. */
const turn = 20;

/**
 * Keeps telling programs what happens, in every workspace, until stopped; each on its own, so that one that is slow holds
 * up neither others nor the log. Several servers may do so at once.
 */
export function serveWebhooks(
  surroundings: (workspace: Workspace) => Promise<Pick<Context, 'registry' | 'database'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  sender: WebhookSender,
  report: (error: unknown) => void,
): Looking {
  const control = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const passed = new Map<string, number>();
  const tell = async (workspace: Workspace, webhook: string) => {
    for (let claims = 0; claims < turn && !control.signal.aborted; claims++) {
      const place = { ...(await surroundings(workspace)), workspace };
      if (!(await deliverNext(place, webhook, sender, control.signal))) return;
    }
  };
  const begin = (workspace: Workspace, webhook: string) => {
    const key = `${workspace.schema} ${webhook}`;
    if (underWay.has(key)) return;
    const telling = tell(workspace, webhook)
      .catch(report)
      .finally(() => {
        underWay.delete(key);
        looking.wake();
      });
    underWay.set(key, telling);
  };
  const look = async (workspace: Workspace, stopped: () => boolean) => {
    const actor = asSystem('telling programs what happened');
    const around = await surroundings(workspace);
    const place = () => ({ ...around, workspace, actor, now: Date.now() });
    if ((await webhooksDue(place())).size > 0) {
      while (!stopped() && (await queueEvents(place())));
      for (const [webhook, due] of await webhooksDue(place())) if (due) begin(workspace, webhook);
    } else if ((passed.get(workspace.schema) ?? Number.NEGATIVE_INFINITY) + idle < performance.now()) {
      passed.set(workspace.schema, performance.now());
      await passOver(place());
    }
  };
  const looking = keepLooking(async (stopped) => {
    // What goes wrong in one keeps no other from being told.
    for (const workspace of await workspaces()) if (!stopped()) await look(workspace, stopped).catch(report);
  }, report);
  return {
    wake: looking.wake,
    async stop() {
      control.abort();
      await looking.stop();
      await Promise.all(underWay.values());
    },
  };
}

import { type Channel, channels } from '#kernel/notification.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import type { ChannelPorts } from './channel-ports.ts';
import { deliverDue } from './deliver.ts';

/** Milliseconds between two looks for something to send. */
const interval = 1000;

export interface DeliveryService {
  /** Looks for something to send now. */
  wake(): void;
  /** Ends after what is being sent; the rest is sent when a server starts again. */
  stop(): Promise<void>;
}

/**
 * Keeps sending what people are to be told, in every workspace, until stopped; by each channel on its own, so that a
 * mail server that does not answer holds up no push. Several servers may do so at once.
 */
export function serveDeliveries(
  surroundings: (
    workspace: Workspace,
  ) => Promise<{ readonly registry: Registry; readonly database: Database }>,
  workspaces: () => Promise<readonly Workspace[]>,
  ports: ChannelPorts,
  report: (error: unknown) => void,
): DeliveryService {
  let stopped = false;
  const resting = new Set<() => void>();
  const wake = () => {
    for (const go of resting) go();
  };
  const rest = () =>
    new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        resting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, interval);
      timer.unref();
      resting.add(go);
    });
  const work = async (channel: Channel) => {
    while (!stopped) {
      try {
        for (const workspace of await workspaces()) {
          let more = true;
          while (more && !stopped)
            more = await deliverDue({ ...(await surroundings(workspace)), workspace }, ports, channel);
        }
      } catch (error) {
        if (!stopped) report(error);
      }
      if (!stopped) await rest();
    }
  };
  const ended = channels.map(work);
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await Promise.all(ended);
      ports.mail?.close();
    },
  };
}

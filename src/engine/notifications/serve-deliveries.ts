import { type Channel, channels } from '#kernel/notification.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Workspace } from '../records/context.ts';
import type { ChannelPorts } from './channel-ports.ts';
import { deliverDue, type Place } from './deliver.ts';
import { deliverDigests } from './deliver-digests.ts';

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
): Looking {
  const looking = channels.map((channel) =>
    keepLooking(async (stopped) => {
      for (const workspace of await workspaces()) {
        let more = true;
        while (more && !stopped())
          more = await deliver({ ...(await surroundings(workspace)), workspace }, ports, channel);
      }
    }, report),
  );
  return {
    wake() {
      for (const each of looking) each.wake();
    },
    async stop() {
      await Promise.all(looking.map((each) => each.stop()));
      ports.mail?.close();
    },
  };
}

function deliver(place: Place, ports: ChannelPorts, channel: Channel): Promise<boolean> {
  return channel === 'digest' ? deliverDigests(place, ports) : deliverDue(place, ports, channel);
}

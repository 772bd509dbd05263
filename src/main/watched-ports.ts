import { scannedStore } from '#engine/files/scanned-store.ts';
import type { FileRoutesOptions } from '#engine/http/file-routes.ts';
import type { Vouching } from '#engine/identity/surroundings.ts';
import type { ChannelPorts } from '#engine/notifications/channel-ports.ts';
import type { Outcomes } from '#engine/operation/integrations.ts';
import type { FileScanner } from '#kernel/port/file-scanner.ts';
import type { Sending } from '#kernel/port/sending.ts';

type Channels = Omit<ChannelPorts, 'baseUrl'>;

/** The same channels, of which each sending is noted. */
export function watchedChannels(channels: Channels, { note }: Outcomes): Channels {
  const { mail, push } = channels;
  const told = (name: string, sending: Sending): Sending => {
    // That an address is gone, or refused, says nothing of the service.
    if (sending.outcome === 'later') note(name, sending.reason);
    else note(name);
    return sending;
  };
  return {
    ...channels,
    ...(mail && { mail: { ...mail, send: async (each) => told('mail', await mail.send(each)) } }),
    ...(push && {
      push: { ...push, send: async (to, message) => told('push', await push.send(to, message)) },
    }),
  };
}

/** The same protocols, of which each sign-in that ends well or badly is noted under the provider's address. */
export function watchedVouching(vouching: Vouching, { note }: Outcomes): Vouching {
  const { oidc } = vouching;
  const told = async <Result>(issuer: string, work: Promise<Result>): Promise<Result> => {
    try {
      const result = await work;
      note(`signIn ${issuer}`);
      return result;
    } catch (error) {
      note(`signIn ${issuer}`, error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  return {
    ...vouching,
    ...(oidc && {
      oidc: {
        begin: (settings, exchange) => told(settings.issuer, oidc.begin(settings, exchange)),
        finish: (settings, exchange, returned) =>
          told(settings.issuer, oidc.finish(settings, exchange, returned)),
      },
    }),
  };
}

/** Files that a scanner looks through before they are kept; each time that it was asked is noted. */
export function scannedFiles(
  files: FileRoutesOptions,
  scanner: FileScanner,
  { note }: Outcomes,
  report: (error: unknown) => void,
): FileRoutesOptions {
  const begin = () => {
    const scan = scanner.begin();
    const verdict = async () => {
      try {
        const found = await scan.verdict();
        note('scanner');
        return found;
      } catch (error) {
        note('scanner', error instanceof Error ? error.message : String(error));
        throw error;
      }
    };
    return { ...scan, verdict };
  };
  return { ...files, store: scannedStore(files.store, { begin }, report) };
}

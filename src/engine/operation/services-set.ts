import type { Identity } from '../identity/identity.ts';
import { readSetPlace } from './backup-place.ts';
import type { OutgoingService } from './integrations.ts';
import type { BackupSchedule } from './serve-backups.ts';

/** The services that administrators have set: where backups go, and who vouches for people. */
export async function servicesSet(
  identity: Identity,
  backups: BackupSchedule | undefined,
  database: Parameters<typeof readSetPlace>[0],
): Promise<readonly OutgoingService[]> {
  const places = backups?.places;
  const set = places && (await readSetPlace(database, places.secret).catch(() => undefined));
  const providers = await identity.providers.list();
  return [
    ...(set && places?.environment === undefined
      ? [{ name: 'backups', kind: 'backups', address: set.address, label: set.bucket } as const]
      : []),
    ...providers.map((provider) => {
      const address = provider.kind === 'oidc' ? provider.settings.issuer : provider.settings.entryPoint;
      return { name: `signIn ${address}`, kind: 'signIn', address, label: provider.label } as const;
    }),
  ];
}

import type { Pool } from 'pg';
import type { Tracing } from '#adapters/opentelemetry/tracing.ts';
import type { FileRoutesOptions } from '#engine/http/file-routes.ts';
import type { MapTiles } from '#engine/http/map-tiles.ts';
import type { RateLimits } from '#engine/http/rate-limits.ts';
import type { Vouching } from '#engine/identity/surroundings.ts';
import type { ChannelPorts } from '#engine/notifications/channel-ports.ts';
import type { BackupPlace } from '#engine/operation/backup-place.ts';
import type { OutgoingService } from '#engine/operation/integrations.ts';
import type { OpenObjectStorage } from '#kernel/port/backup-store.ts';
import type { CertificateReader } from '#kernel/port/certificate-reader.ts';
import type { DistantCalendars } from '#kernel/port/distant-calendar.ts';
import type { FileScanner } from '#kernel/port/file-scanner.ts';
import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import type { Registry } from '#kernel/registry.ts';

export interface ApplicationOptions {
  readonly pool: Pool;
  /** Of whom the tables are, for what makes, changes or copies them as a whole; without it the pool's own role does. */
  readonly owner?: Pool | undefined;
  readonly registry: Registry;
  readonly secret: string;
  readonly baseUrl: string;
  /** Folder of the built web client, when it is served too. */
  readonly client?: string;
  /** Shows more of the land on maps than its outline. */
  readonly mapTiles?: MapTiles | undefined;
  /** Where files are kept; without it none can be brought. */
  readonly files?: FileRoutesOptions;
  /** Looks through every file before it is kept. */
  readonly scanner?: FileScanner | undefined;
  /** By what means people are reached beside the pages. */
  readonly channels?: Omit<ChannelPorts, 'baseUrl'>;
  /** Speaks with servers that keep calendars; with those of the public internet alone unless told. */
  readonly calendars?: DistantCalendars | undefined;
  /** Tells programs of others; those at addresses of the public internet alone unless told. */
  readonly webhooks?: WebhookSender | undefined;
  /** By which protocols other systems vouch for people. */
  readonly vouching?: Vouching;
  /** How often one may ask; without it as often as one likes. */
  readonly rates?: RateLimits;
  /** The data folder, to tell how full its disk is. */
  readonly directory?: string;
  /** Where the product's own database is; undefined where it is another server's. */
  readonly postgres?: string | undefined;
  /** Where backups go, when they are made. */
  readonly backups?: BackupPlace | undefined;
  /** Opens the bucket that an administrator has set for backups. */
  readonly objectStorage?: OpenObjectStorage | undefined;
  /** What whoever reads the metrics must know. */
  readonly metricsToken?: string | undefined;
  /** Whom to tell of a weakness, as an address. */
  readonly securityContact?: string | undefined;
  /** Takes a line for each request. */
  readonly requestLine?: ((line: string) => void) | undefined;
  /** The services that the environment names. */
  readonly services?: readonly OutgoingService[];
  readonly readCertificate?: CertificateReader | undefined;
  /** Milliseconds between two looks whether a time has come for which automations wait; five seconds unless told. */
  readonly clockEvery?: number | undefined;
  /** Follows requests to where the environment says. */
  readonly tracing?: Tracing | undefined;
  /** Addresses of proxies that say truly whom they ask for. */
  readonly trustedProxies?: readonly string[];
}

import type { Certificate, CertificateReader } from '#kernel/port/certificate-reader.ts';
import type { Database } from '../database/database.ts';

/** A service outside that the product asks, as it is set. */
export interface OutgoingService {
  /** By which its outcomes are noted. */
  readonly name: string;
  readonly kind: 'site' | 'mail' | 'push' | 'scanner' | 'backups' | 'signIn' | 'traces';
  /** Without user and password; undefined where there is none of its own. */
  readonly address: string | undefined;
  /** What somebody has called it. */
  readonly label?: string | undefined;
}

/** A service with how it fared lately and the certificate that it shows. */
export interface Integration extends OutgoingService {
  readonly succeeded: string | null;
  readonly failed: string | null;
  readonly reason: string | null;
  readonly certificate: Certificate | null;
  /** Why its certificate could not be read. */
  readonly fault: string | null;
}

/** Milliseconds for which a certificate is remembered, and between two notes of the same outcome. */
const pace = { certificate: 600_000, note: 60_000 };

/** Whether a service at this address says who it is by a certificate. */
export function showsCertificate(address: string): boolean {
  return /^(https|smtps?):/.test(address);
}

export interface Outcomes {
  /** Notes that a service was asked, and the reason where it failed; often called, seldom written. */
  note(name: string, reason?: string): void;
}

export function outcomesIn(database: Database, report: (error: unknown) => void): Outcomes {
  const written = new Map<string, number>();
  return {
    note(name, reason) {
      const key = `${name} ${reason === undefined}`;
      if (Date.now() - (written.get(key) ?? 0) < pace.note) return;
      written.set(key, Date.now());
      const column = reason === undefined ? 'succeeded' : 'failed';
      database
        .run(
          `insert into guanxi.integration_outcome (name, ${column}, reason) values ($1, now(), $2)
           on conflict (name) do update set ${column} = now(), reason = coalesce(excluded.reason, integration_outcome.reason)`,
          [name, reason?.slice(0, 500) ?? null],
        )
        .catch(report);
    },
  };
}

/** Tells of each service how it fared and what certificate it shows. */
export function integrationReader(database: Database, read: CertificateReader | undefined) {
  const known = new Map<string, { at: number; told: Promise<Pick<Integration, 'certificate' | 'fault'>> }>();
  const certificateOf = (address: string | undefined) => {
    if (address === undefined || read === undefined || !showsCertificate(address))
      return Promise.resolve({ certificate: null, fault: null });
    const found = known.get(address);
    if (found && Date.now() - found.at < pace.certificate) return found.told;
    const told = read(new URL(address)).then(
      (certificate) => ({ certificate, fault: null }),
      (error: { code?: string; message: string }) => ({
        certificate: null,
        fault: String(error.code ?? error.message),
      }),
    );
    known.set(address, { at: Date.now(), told });
    return told;
  };
  return async (services: readonly OutgoingService[]): Promise<readonly Integration[]> => {
    const rows = await database.run('select row_to_json(o) from guanxi.integration_outcome o');
    const outcomes = new Map(
      rows.map(([row]) => JSON.parse(row as string)).map((row) => [row.name as string, row]),
    );
    return Promise.all(
      services.map(async (service) => {
        const { succeeded = null, failed = null, reason = null } = outcomes.get(service.name) ?? {};
        return { ...service, succeeded, failed, reason, ...(await certificateOf(service.address)) };
      }),
    );
  };
}

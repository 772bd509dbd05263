import type { Certificate, CertificateReader } from '#kernel/port/certificate-reader.ts';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { Database } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { type OutgoingService, showsCertificate } from './integrations.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** Days before its end, and at its end, at which a certificate is told of, once each. */
const steps = [21, 7, 0];
const day = 86_400_000;

/**
 * Looks at the certificates of the services that the product asks, and of its own address, and tells of those that end
 * soon. Each step of each certificate is told once, whichever server looks. A service that does not answer is passed over:
 * the console shows it.
 */
export async function warnOfCertificates(
  database: Database,
  services: readonly OutgoingService[],
  read: CertificateReader,
  tell: (service: OutgoingService, certificate: Certificate) => Promise<void>,
): Promise<void> {
  for (const service of services) {
    const { address = '' } = service;
    if (!showsCertificate(address)) continue;
    const certificate = await read(new URL(address)).catch(() => undefined);
    if (certificate === undefined) continue;
    const left = (Date.parse(certificate.until) - Date.now()) / day;
    const step = steps.filter((days) => left <= days).at(-1);
    if (step === undefined) continue;
    const name = `certificate ${service.name}`;
    const [claimed] = await database.run(
      `insert into guanxi.operation_setting (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value where operation_setting.value <> excluded.value returning 1`,
      [name, JSON.stringify([certificate.until, step])],
    );
    if (claimed === undefined) continue;
    try {
      await tell(service, certificate);
    } catch (error) {
      // Next time again.
      await database.run('delete from guanxi.operation_setting where name = $1', [name]);
      throw error;
    }
  }
}

/** Tells administrators until when a certificate is good, and whose it is. */
export function tellOfCertificate(
  context: Context,
  mail: MailSender,
  baseUrl: string,
  { address = '' }: OutgoingService,
  { until, subject }: Certificate,
): Promise<void> {
  const end = Date.parse(until);
  const over = end <= context.now;
  return tellAdministrators(context, mail, baseUrl, (say, _language, timeOf) => ({
    heading: say[over ? 'certificate.over.heading' : 'certificate.soon.heading'],
    text: say[over ? 'certificate.over.text' : 'certificate.soon.text']
      .replace('{time}', timeOf(end))
      .replace('{subject}', () => subject)
      .replace('{address}', () => address),
  }));
}

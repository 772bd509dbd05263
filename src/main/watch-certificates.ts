import type { FastifyInstance } from 'fastify';
import { regularly } from '#engine/jobs/regularly.ts';
import type { OutgoingService } from '#engine/operation/integrations.ts';
import { tellOfCertificate, warnOfCertificates } from '#engine/operation/warn-of-certificates.ts';
import { type Grounds, toRunners } from './background-work.ts';

/** Looks now and then at the certificates of what the product talks to, and writes to who runs the installation. */
export function watchCertificates(
  app: FastifyInstance,
  grounds: Grounds,
  services: () => Promise<readonly OutgoingService[]>,
): void {
  const { options, database, report } = grounds;
  const { readCertificate, baseUrl } = options;
  if (readCertificate === undefined) return;
  const look = async () =>
    warnOfCertificates(database, await services(), readCertificate, (service, certificate) =>
      toRunners(grounds, (context, mail) => tellOfCertificate(context, mail, baseUrl, service, certificate)),
    );
  const looking = regularly([look], report);
  app.addHook('preClose', () => looking.stop());
}

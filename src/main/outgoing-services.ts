import type { OutgoingService } from '#engine/operation/integrations.ts';

/** The services that the environment names, without what is secret of their addresses. */
export function servicesFrom(
  {
    GUANXI_SMTP_URL: mail,
    GUANXI_VIRUS_SCANNER: scanner,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces = collector,
  }: NodeJS.ProcessEnv,
  baseUrl: string,
): readonly OutgoingService[] {
  const site = baseUrl.startsWith('https:') ? baseUrl : undefined;
  return [
    ...(site ? [{ name: 'site', kind: 'site', address: open(site) } as const] : []),
    ...(mail ? [{ name: 'mail', kind: 'mail', address: open(mail) } as const] : []),
    ...(scanner ? [{ name: 'scanner', kind: 'scanner', address: scanner } as const] : []),
    { name: 'push', kind: 'push', address: undefined },
    ...(traces ? [{ name: 'traces', kind: 'traces', address: open(traces) } as const] : []),
  ];
}

function open(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

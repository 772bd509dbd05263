import { clamdScanner } from '#adapters/clamd/clamd.ts';
import type { FileScanner } from '#kernel/port/file-scanner.ts';

/** The virus scanner that the environment names. */
export function scannerFrom({ GUANXI_VIRUS_SCANNER: address }: NodeJS.ProcessEnv): FileScanner | undefined {
  if (address === undefined || address === '') return undefined;
  if (!/^clamd:\/\/(\/|[^/])/.test(address) || !URL.canParse(address))
    throw new Error(
      'GUANXI_VIRUS_SCANNER is not an address such as clamd://localhost:3310 or clamd:///run/clamav/clamd.ctl.',
    );
  return clamdScanner(address);
}

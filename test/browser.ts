import { tmpdir } from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { preparedChromium } from './browser/prepared-chromium.ts';
import { preparedFonts } from './browser/prepared-fonts.ts';

/**
 * Opens the browser of the tests: the same one with the same fonts on every machine, without a window,
 * which reaches this machine alone. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: quiet });
  const { program, libraries } = await preparedChromium();
  return chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', ...quiet],
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: await preparedFonts(),
      HOME: tmpdir(),
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
    },
  });
}

const quiet = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

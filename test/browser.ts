import { tmpdir } from 'node:os';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { preparedChromium } from './browser/prepared-chromium.ts';
import { preparedFonts } from './browser/prepared-fonts.ts';
import { closeWithProcess } from './closing.ts';

let opened: Promise<Browser> | undefined;

/**
 * The browser of the tests: the same one with the same fonts on every machine, without a window, which reaches this
 * machine alone. All test files of a process share one; each closes the windows that it has opened.
 */
export async function openBrowser(): Promise<Browser> {
  opened ??= launch();
  const browser = await opened;
  return browser;
}

async function launch(): Promise<Browser> {
  const browser = await chromium.launch(await equipment());
  closeWithProcess(() => browser.close());
  return browser;
}

async function equipment(): Promise<LaunchOptions> {
  if (process.platform !== 'linux') return { channel: 'chrome', args: quiet };
  const { program, libraries } = await preparedChromium();
  return {
    executablePath: program,
    args: ['--no-sandbox', ...quiet],
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: await preparedFonts(),
      HOME: tmpdir(),
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
    },
  };
}

const quiet = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

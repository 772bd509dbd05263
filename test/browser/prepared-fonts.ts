import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import decompress from 'woff2-encoder/decompress';
import { cachedFolder } from './cached.ts';
import { packageVersion } from './package-version.ts';
import { preparedChromium } from './prepared-chromium.ts';

const chinese = '@fontsource-variable/noto-sans-sc';

/**
 * A font configuration with one Latin and one Chinese family, so that 中文 shows on machines without
 * Chinese fonts and a picture looks the same everywhere. Chromium's fonts cannot be compressed ones.
 */
export async function preparedFonts(): Promise<string> {
  const fonts = await cachedFolder(`fonts-${packageVersion(chinese)}`, unpackChinese);
  const { program } = await preparedChromium();
  const configuration = join(fonts, 'fonts.conf');
  const folders = [join(program, '..', 'fonts', 'fonts'), fonts].map((folder) => `<dir>${folder}</dir>`);
  const cache = `<cachedir>${join(fonts, 'cache')}</cachedir>`;
  writeFileSync(
    configuration,
    `<?xml version="1.0"?>\n<fontconfig>${folders.join('')}${cache}${alias}</fontconfig>\n`,
  );
  return configuration;
}

/** What pages call the system's font is this one. */
const alias = ['sans-serif', 'system-ui']
  .map((name) => `<alias><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`)
  .join('');

async function unpackChinese(folder: string): Promise<void> {
  const files = fileURLToPath(new URL(`../../node_modules/${chinese}/files/`, import.meta.url));
  mkdirSync(join(folder, 'cache'));
  for (const name of readdirSync(files).filter((file) => file.endsWith('.woff2'))) {
    const font = await decompress(readFileSync(join(files, name)));
    writeFileSync(join(folder, name.replace('.woff2', '.ttf')), font);
  }
}

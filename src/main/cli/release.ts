import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ReleaseFault, rings } from '../release/manifest.ts';
import { packRelease, passOn } from '../release/pack-release.ts';
import { verifyRelease } from '../release/verify-release.ts';
import { type Command, CommandError } from './command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Goes with each release, so that an installation knows by what to trust the next. */
const publicKeyFile = fileURLToPath(new URL('../../../release-key.pem', import.meta.url));

const options = {
  key: { type: 'string' },
  to: { type: 'string' },
  ring: { type: 'string', default: 'early' },
} as const;

export const release: Command = {
  usage:
    'release key --key PRIVATE.pem | release pack --key PRIVATE.pem --to EMPTY_DIR [--ring early|general] | release pass-on --key PRIVATE.pem --to DIR --ring general',
  summary: 'make the key of releases, or pack one with the sums of its files and their Ed25519 signature',
  async unopened(_directory, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const { key, to } = values;
    if (positionals[0] === 'key' && key !== undefined) return makeKey(key);
    const ring = rings.find((each) => each === values.ring);
    const passing = positionals[0] === 'pass-on';
    if (
      !(passing || positionals[0] === 'pack') ||
      key === undefined ||
      to === undefined ||
      ring === undefined
    )
      throw new CommandError(`Usage: guanxi ${release.usage}`);
    const privateKey = readFileSync(key, 'utf8');
    const { name, version } = await told(
      passing ? passOn(to, privateKey, ring) : packRelease(root, to, privateKey, ring),
    );
    console.log(`${name} ${version} for the ring ${ring} is in ${to}, signed.`);
    return 0;
  },
};

export const verify: Command = {
  usage: 'verify-release FOLDER [--key PUBLIC.pem]',
  summary: 'check that a release is from who signed it and that nothing in it was changed or added',
  async unopened(_directory, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const key = values.key ?? publicKeyFile;
    if (positionals[0] === undefined) throw new CommandError(`Usage: guanxi ${verify.usage}`);
    if (!existsSync(key))
      throw new CommandError(`There is no key ${key}. Say by which to check: --key PUBLIC.pem.`);
    const { name, version, ring, at } = await told(verifyRelease(positionals[0], readFileSync(key, 'utf8')));
    console.log(
      `${name} ${version} of ${at}, for the ring ${ring}: signed, and every file is as it was signed.`,
    );
    return 0;
  },
};

function makeKey(path: string): number {
  if (existsSync(path)) throw new CommandError(`${path} is there already.`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(publicKeyFile, publicKey.export({ type: 'spki', format: 'pem' }));
  console.log(`${path} signs releases: keep it off servers. ${publicKeyFile} goes with each release.`);
  return 0;
}

async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ReleaseFault ? new CommandError(error.message) : error;
  }
}

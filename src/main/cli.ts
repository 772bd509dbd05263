import { problemText } from '#engine/http/texts.ts';
import { Refusal } from '#kernel/problem.ts';
import { anonymise } from './cli/anonymise.ts';
import { apiKey } from './cli/api-key.ts';
import { audit } from './cli/audit.ts';
import { backup } from './cli/backup.ts';
import { type Command, CommandError } from './cli/command.ts';
import { configuration } from './cli/configuration.ts';
import { doctor } from './cli/doctor.ts';
import { exportObject } from './cli/export.ts';
import { importFiles } from './cli/import.ts';
import { migrate } from './cli/migrate.ts';
import { operator } from './cli/operator.ts';
import { release, verify } from './cli/release.ts';
import { restore } from './cli/restore.ts';
import { rollBack } from './cli/roll-back.ts';
import { secret } from './cli/secret.ts';
import { upgrade } from './cli/upgrade.ts';
import { user } from './cli/user.ts';
import { workspace } from './cli/workspace.ts';
import { failureText } from './failure-text.ts';
import { dataDirectory, openInstallation } from './installation.ts';
import { takeSecrets } from './take-secrets.ts';

const commands: Readonly<Record<string, Command>> = {
  user,
  'api-key': apiKey,
  import: importFiles,
  export: exportObject,
  backup,
  restore,
  migrate,
  upgrade,
  'roll-back': rollBack,
  doctor,
  audit,
  secret,
  release,
  'verify-release': verify,
  workspace,
  operator,
  anonymise,
  configuration,
};

const [name = 'help', ...rest] = process.argv.slice(2);
const { data, parameters } = withoutData(rest);
const command = commands[name];
process.exitCode =
  command === undefined ? help(name) : await run(command).catch((error: unknown) => fail(error));

async function run(asked: Command): Promise<number> {
  await takeSecrets(process.env);
  const done = await asked.unopened?.(dataDirectory(data), parameters);
  if (done !== undefined || asked.run === undefined) return done ?? 0;
  const installation = await openInstallation(data, { beside: true });
  try {
    return await asked.run(installation, parameters);
  } finally {
    await installation.close();
  }
}

/** Every command takes `--data DIR`. */
function withoutData(given: readonly string[]): { data: string | undefined; parameters: string[] } {
  const at = given.indexOf('--data');
  if (at < 0) return { data: undefined, parameters: [...given] };
  return { data: given[at + 1], parameters: [...given.slice(0, at), ...given.slice(at + 2)] };
}

function help(asked: string): number {
  console.log('npm run guanxi -- COMMAND [--data DIR]\n');
  for (const { usage, summary } of Object.values(commands)) console.log(`  ${usage}\n      ${summary}\n`);
  if (asked === 'help' || asked === '--help') return 0;
  console.error(`There is no command ${asked}.`);
  return 2;
}

function fail(error: unknown): number {
  if (error instanceof Refusal) {
    const lines = error.complaints.map(
      ({ field, code, parameters: filled = {} }) =>
        `${field ? `${field}: ` : ''}${problemText('en', code, filled)}`,
    );
    console.error(lines.join('\n') || problemText('en', error.kind, {}));
  } else if (
    error instanceof CommandError ||
    /^ERR_PARSE_ARGS/.test(String((error as { code?: unknown }).code))
  )
    console.error((error as Error).message);
  else console.error(failureText(error));
  return 1;
}

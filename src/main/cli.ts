import { problemText } from '#engine/http/texts.ts';
import { Refusal } from '#kernel/problem.ts';
import { type Command, CommandError } from './cli/command.ts';
import { failureText } from './failure-text.ts';
import { dataDirectory, openInstallation } from './installation.ts';
import { takeSecrets } from './take-secrets.ts';

/** Each is loaded when it is asked for: most of the time of a short command is loading. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  user: () => import('./cli/user.ts').then((file) => file.user),
  'api-key': () => import('./cli/api-key.ts').then((file) => file.apiKey),
  import: () => import('./cli/import.ts').then((file) => file.importFiles),
  export: () => import('./cli/export.ts').then((file) => file.exportObject),
  backup: () => import('./cli/backup.ts').then((file) => file.backup),
  restore: () => import('./cli/restore.ts').then((file) => file.restore),
  migrate: () => import('./cli/migrate.ts').then((file) => file.migrate),
  upgrade: () => import('./cli/upgrade.ts').then((file) => file.upgrade),
  'roll-back': () => import('./cli/roll-back.ts').then((file) => file.rollBack),
  doctor: () => import('./cli/doctor.ts').then((file) => file.doctor),
  audit: () => import('./cli/audit.ts').then((file) => file.audit),
  secret: () => import('./cli/secret.ts').then((file) => file.secret),
  release: () => import('./cli/release.ts').then((file) => file.release),
  'verify-release': () => import('./cli/release.ts').then((file) => file.verify),
  workspace: () => import('./cli/workspace.ts').then((file) => file.workspace),
  operator: () => import('./cli/operator.ts').then((file) => file.operator),
  anonymise: () => import('./cli/anonymise.ts').then((file) => file.anonymise),
  configuration: () => import('./cli/configuration.ts').then((file) => file.configuration),
};

const [name = 'help', ...rest] = process.argv.slice(2);
const { data, parameters } = withoutData(rest);
const load = commands[name];
process.exitCode = load === undefined ? await help(name) : await run(load).catch(fail);

async function run(load: () => Promise<Command>): Promise<number> {
  const asked = await load();
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

async function help(asked: string): Promise<number> {
  console.log('npm run guanxi -- COMMAND [--data DIR]\n');
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  for (const { usage, summary } of all) console.log(`  ${usage}\n      ${summary}\n`);
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

import type { BackupStore, ObjectStorage, OpenObjectStorage } from '#kernel/port/backup-store.ts';
import { BackupFault } from '../backup/backup-fault.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import type { Database } from '../database/database.ts';
import { openText, sealText } from '../identity/sealed-text.ts';

/** Where backups go, and the passphrase that seals them. */
export interface BackupPlace {
  readonly store: BackupStore;
  readonly passphrase: string;
}

/** By what the place is found: what the environment says comes before what an administrator has set. */
export interface BackupPlaces {
  readonly environment: BackupPlace | undefined;
  /** Opens what an administrator has set; without it nothing can be. */
  readonly open: OpenObjectStorage | undefined;
  readonly secret: string;
}

/** A bucket as an administrator has set it, with what nobody is shown again. */
export interface SetPlace extends ObjectStorage {
  readonly passphrase: string;
}

const name = 'backupPlace';

/** Where backups go now; undefined where nobody has said it. */
export async function backupPlace(
  database: Database,
  { environment, open, secret }: BackupPlaces,
): Promise<BackupPlace | undefined> {
  if (environment !== undefined || open === undefined) return environment;
  const set = await readSetPlace(database, secret);
  return set && { store: open(set), passphrase: set.passphrase };
}

export async function readSetPlace(database: Database, secret: string): Promise<SetPlace | undefined> {
  const [row] = await database.run('select value from guanxi.operation_setting where name = $1', [name]);
  if (row === undefined) return undefined;
  const { sealed, ...known } = JSON.parse(row[0] as string);
  try {
    return { ...known, ...JSON.parse(openText(sealed, secret)) };
  } catch {
    throw new BackupFault(
      'What was set of the place of backups was sealed with another GUANXI_SECRET. Set it anew.',
    );
  }
}

/** Tries the place out and keeps it, its secrets sealed. A passphrase that does not open what is there is refused. */
export async function setPlace(database: Database, place: SetPlace, { open, secret }: BackupPlaces) {
  if (open === undefined) throw new BackupFault('This server speaks to no object storage.');
  await repositoryKey(open(place), place.passphrase, { create: true });
  const { secretKey, passphrase, ...known } = place;
  const sealed = sealText(JSON.stringify({ secretKey, passphrase }), secret);
  await database.run(
    'insert into guanxi.operation_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, JSON.stringify({ ...known, sealed })],
  );
}

/** What is kept there stays; no backup is made there any more. */
export async function forgetPlace(database: Database): Promise<void> {
  await database.run('delete from guanxi.operation_setting where name = $1', [name]);
}

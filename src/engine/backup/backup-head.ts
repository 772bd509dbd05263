import type { DescribedSchemas } from './described-schemas.ts';
import type { NamedSchema } from './stored-contents.ts';
import type { TableSum } from './table-sums.ts';

/** What stands first in a backup: all that is needed to make it anew and to see whether that went well. */
export interface BackupHead {
  readonly format: 1;
  /** The product's version that made it. */
  readonly version: string;
  readonly at: string;
  readonly database: string;
  /** Signs sessions; with another one everybody would have to sign in anew. */
  readonly secret: string;
  readonly workspaces: readonly NamedSchema[];
  readonly described: DescribedSchemas;
  readonly sums: readonly TableSum[];
}

/** Before the rows of a table, and at the very end. */
export type BackupMark = { readonly table: string } | { readonly end: true };

/** The schema of the installation itself: who may sign in, and which workspaces there are. */
export const installationSchema = 'guanxi';

export function rowsOf(sums: readonly TableSum[]): number {
  return sums.reduce((all, { rows }) => all + rows, 0);
}

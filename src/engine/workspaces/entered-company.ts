import type { WorkspaceLocale } from '../identity/workspace-settings.ts';

/** A company that begins, as whoever runs the installation enters it, and its first administrator. */
export interface EnteredCompany {
  /** Short, for addresses and the schema. */
  readonly name: string;
  readonly company: string;
  readonly locale: WorkspaceLocale;
  readonly currency: string;
  readonly timeZone: string;
  readonly administratorName: string;
  readonly administratorEmail: string;
}

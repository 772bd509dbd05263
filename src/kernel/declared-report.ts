import type { ObjectName } from './object-name.ts';
import type { ReportSettings } from './report-settings.ts';
import type { Where } from './where.ts';

/** A report that everybody has from the first day: called in the reader's language, copied to be changed. */
export interface DeclaredReport<Name extends ObjectName = ObjectName> {
  readonly name: string;
  readonly settings: Omit<ReportSettings, 'where'> & { readonly where?: Where<Name> };
  /** The dashboard that everybody has on which it stands. */
  readonly dashboard?: string;
}

export interface DeclaredReports {
  readonly object: ObjectName;
  readonly reports: readonly DeclaredReport[];
}

/** Declares what the records of an object are asked for most. */
export function defineReports<const Name extends ObjectName>(
  object: Name,
  reports: readonly DeclaredReport<Name>[],
): DeclaredReports {
  return Object.freeze({ object, reports }) as unknown as DeclaredReports;
}

import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Safeguards } from '../safeguards/safeguards.ts';

/** A record of the configuration without what belongs to one company alone: no ids, versions or times. */
export type Entry = Readonly<Record<string, unknown>>;

/** What is set for a company as a whole and kept in places of its own. */
export interface OwnSettings {
  /** For how many months the audit is kept; null for always. */
  readonly auditMonths: number | null;
  /** How records are protected against being carried off. */
  readonly safeguards: Safeguards;
  /** Whoever has one of these roles signs in with a second factor. */
  readonly secondFactorRoles: readonly string[];
  /** The modules that the company does without. */
  readonly switchedOff: readonly string[];
}

/** What is set for a company as a whole. */
export interface ConfiguredSettings
  extends Pick<WorkspaceSettings, 'currencies' | 'locale' | 'timeZone' | 'workingTime'>,
    OwnSettings {}

/** How a company has set the product up: neither its people, nor its records, nor anything secret. */
export interface Configuration {
  readonly format: 1;
  readonly settings: ConfiguredSettings;
  /** By the objects whose records they are, in the order of what names them. */
  readonly records: Readonly<Record<string, readonly Entry[]>>;
}

/** What differs in one record. */
export interface Difference {
  readonly object: string;
  /** The values that name it. */
  readonly key: Entry;
  /** `left`: it is there, and the configuration does not speak of it. It stays. */
  readonly change: 'create' | 'update' | 'left';
  /** What was and what will be, field by field. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** What a configuration would change. */
export interface Plan {
  readonly settings: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly records: readonly Difference[];
}

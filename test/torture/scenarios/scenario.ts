/** Where a scenario may put its files, and the port of its server. */
export interface Place {
  readonly folder: string;
  readonly port: number;
  readonly seconds: number;
}

export interface ScenarioOutcome {
  /** What was measured. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
}

export type Scenario = (place: Place) => Promise<ScenarioOutcome>;

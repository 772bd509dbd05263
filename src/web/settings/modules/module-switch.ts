/** A part of the product that can be switched on and off. */
export interface ModuleSwitch {
  readonly name: string;
  readonly label: string;
  readonly on: boolean;
  /** What it brings, in words. */
  readonly objects: readonly string[];
  /** Labels of those that go with it. */
  readonly dependents: readonly string[];
  readonly needs: readonly string[];
  /** How many people have no role but of it. */
  readonly people: number;
}

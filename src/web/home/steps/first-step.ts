/** Something to begin with. */
export interface FirstStep {
  readonly name: string;
  readonly done: boolean;
}

import type { Installation } from '../installation.ts';

/** One command of the command line. Its parameters are what stands after its name. */
export interface Command {
  /** How it is called, and what for, as `help` shows it. */
  readonly usage: string;
  readonly summary: string;
  /** For what is done before there is any data to open; undefined where it is not that, and goes on to `run`. */
  unopened?(directory: string, parameters: string[]): Promise<number | undefined>;
  /** Resolves to the process's exit code. */
  run?(installation: Installation, parameters: string[]): Promise<number>;
}

/** What was asked for cannot be done; told without a stack. */
export class CommandError extends Error {}

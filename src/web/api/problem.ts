/** One field's complaint in a problem document. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Two people changed the same field. */
export interface FieldConflict {
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** An RFC 9457 problem document as the server sends it. */
export interface ProblemDocument {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly current?: Readonly<Record<string, unknown>>;
  readonly conflicts?: readonly FieldConflict[];
}

/** A refused request, with the reason in the caller's language. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Messages by field name, to be placed where the field is. */
  get fields(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.problem.errors ?? []).map((error) => [error.field, error.message]));
  }
}

/** Reads whatever came back into a problem, also when it is not a problem document. */
export function toProblem(status: number, statusText: string, body: unknown): ProblemDocument {
  if (typeof body === 'object' && body !== null && 'title' in body) {
    return { status, ...(body as Omit<ProblemDocument, 'status'>) };
  }
  return { title: statusText || `HTTP ${status}`, status };
}

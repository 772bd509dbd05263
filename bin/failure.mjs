/** A failure whose message says everything a person needs; shown without a stack. */
export function failure(message) {
  return Object.assign(new Error(message), { expected: true });
}

/** Says what is going on. To standard error, so that the answers of commands stay alone on standard output. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

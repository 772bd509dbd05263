/**
 * Ends us in order when the npm that started us has ended. A signal to npm alone goes to the shell between us, which
 * passes nothing on: the server would go on running, unseen, and keep its port.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

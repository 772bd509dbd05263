const sixHours = 6 * 60 * 60 * 1000;

/**
 * Does what has to be done now and then, each by itself, some minutes after the start and then four times a day until
 * stopped: clearing away, looking after. Several servers may do so at once.
 */
export function regularly(
  works: readonly (() => Promise<unknown>)[],
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  let underWay = Promise.resolve();
  let stopped = false;
  const all = async () => {
    for (const work of works) if (!stopped) await work().catch(report);
  };
  const go = () => {
    underWay = underWay.then(all);
  };
  const first = setTimeout(go, 5 * 60 * 1000).unref();
  const timer = setInterval(go, sixHours).unref();
  return {
    async stop() {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await underWay;
    },
  };
}

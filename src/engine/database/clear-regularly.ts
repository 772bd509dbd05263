const sixHours = 6 * 60 * 60 * 1000;

/**
 * Clears away what nobody needs any more, each kind by itself, some minutes after the start and then four times a day
 * until stopped. Several servers may do so at once.
 */
export function clearRegularly(
  kinds: readonly (() => Promise<unknown>)[],
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  let underWay = Promise.resolve();
  let stopped = false;
  const clear = async () => {
    for (const kind of kinds) if (!stopped) await kind().catch(report);
  };
  const go = () => {
    underWay = underWay.then(clear);
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

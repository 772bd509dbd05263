/** Milliseconds between two looks when nobody wakes, and from a waking to its look: one for a burst of wakings. */
const pace = { rest: 1000, burst: 100 };

export interface Looking {
  /** Looks for work soon. */
  wake(): void;
  /** Ends after the work that is being done. */
  stop(): Promise<void>;
}

/**
 * Keeps looking for work until stopped: regularly, and soon when somebody knows that there may be some. However often
 * it is woken, looks have a pause between them, so that a burst of writes costs few.
 */
export function keepLooking(
  look: (stopped: () => boolean) => Promise<void>,
  report: (error: unknown) => void,
  resting: number = pace.rest,
): Looking {
  let stopped = false;
  let woken = false;
  let rouse = (_pause: number) => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      rouse = (pause) => {
        clearTimeout(timer);
        timer = setTimeout(resolve, pause);
        timer.unref();
      };
      rouse(woken ? pace.burst : resting);
    });
  const work = async () => {
    while (!stopped) {
      woken = false;
      try {
        await look(() => stopped);
      } catch (error) {
        if (!stopped) report(error);
      }
      if (!stopped) await rest();
    }
  };
  const ended = work();
  return {
    wake() {
      if (woken) return;
      woken = true;
      rouse(pace.burst);
    },
    async stop() {
      stopped = true;
      rouse(0);
      await ended;
    },
  };
}

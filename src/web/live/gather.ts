interface GatherOptions {
  /** Milliseconds from the first item to the call. */
  readonly wait: number;
  /** Milliseconds when more than `many` items came in the last batch. */
  readonly busyWait: number;
  readonly many: number;
}

/** Collects items that come in quick succession and hands them over together, less often when they flood. */
export function gather<Item>(handle: (items: readonly Item[]) => void, options: GatherOptions) {
  let items: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const flush = () => {
    timer = undefined;
    const batch = items;
    items = [];
    busy = batch.length > options.many;
    handle(batch);
  };
  return {
    add: (item: Item) => {
      items.push(item);
      timer ??= setTimeout(flush, busy ? options.busyWait : options.wait);
    },
    stop: () => clearTimeout(timer),
  };
}

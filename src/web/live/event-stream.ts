/** Something was written that this person may see. */
export interface ChangeEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly object: string;
  readonly id: string;
  readonly version: number;
  readonly actor: string | null;
  readonly at: string;
  readonly fields: readonly string[];
}

/** Who has a record open now. */
export interface PresenceEvent {
  readonly object: string;
  readonly id: string;
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

interface LiveEvents {
  readonly change: ChangeEvent;
  readonly presence: PresenceEvent;
}

let source: EventSource | undefined;
let listeners = 0;

/** Listens to the server's events. All listeners share one connection; the browser reconnects by itself. */
export function onLive<Name extends keyof LiveEvents>(
  name: Name,
  handle: (event: LiveEvents[Name]) => void,
): () => void {
  source ??= new EventSource('/api/events', { withCredentials: true });
  const stream = source;
  const listener = (message: MessageEvent<string>) => handle(JSON.parse(message.data) as LiveEvents[Name]);
  stream.addEventListener(name, listener);
  listeners += 1;
  return () => {
    stream.removeEventListener(name, listener);
    listeners -= 1;
    if (listeners > 0) return;
    stream.close();
    source = undefined;
  };
}

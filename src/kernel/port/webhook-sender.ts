/** Tells programs of others by HTTP POST, at addresses that somebody entered. */
export interface WebhookSender {
  /** Why an address is not acceptable, as the name of a text; undefined when it is. */
  objection(address: string): string | undefined;
  /** Never rejects: whatever goes wrong is an answer. Given up when the signal says so. */
  post(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<WebhookAnswer>;
}

export type WebhookAnswer =
  | {
      readonly status: number;
      /** The beginning of what was said. */
      readonly body: string;
    }
  /** Why there was none: `notPublic`, `noAnswer` in time, or `unreachable`, with the words of the machine. */
  | { readonly reason: 'notPublic' | 'noAnswer' | 'unreachable'; readonly said: string };

import type { WebhookAnswer, WebhookSender } from '#kernel/port/webhook-sender.ts';
import { addressObjection, postOutside, type Reach } from '../outgoing/post-outside.ts';

/** Milliseconds until an answer must be there, and bytes of it that are read. */
const limits = { patience: 15_000, most: 64 * 1024 };

/** Posts to programs of the public internet; to those of the own network only where told. Redirections are not followed. */
export function webhookSender(reach: Reach = {}): WebhookSender {
  return {
    objection: (address) => addressObjection(address, reach),
    async post(address, headers, body, signal): Promise<WebhookAnswer> {
      const sent = { ...headers, 'user-agent': 'Guanxi' };
      try {
        return await postOutside(address, sent, Buffer.from(body), reach, { ...limits, signal });
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        if (/notPublic|notAUrl/.test(said)) return { reason: 'notPublic', said: '' };
        const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
        return { reason: late ? 'noAnswer' : 'unreachable', said: late ? '' : said };
      }
    },
  };
}

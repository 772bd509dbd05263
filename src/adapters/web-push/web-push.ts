import webPush from 'web-push';
import type { PushSender } from '#kernel/port/push-sender.ts';
import type { Sending } from '#kernel/port/sending.ts';
import { addressObjection, type OutsideAnswer, postOutside, type Reach } from '../outgoing/post-outside.ts';
import { signingKeys } from './signing-keys.ts';

export interface WebPushOptions {
  /** The installation's secret, from which the signing keys follow. */
  readonly secret: string;
  /** Where a push service may complain: the product's address, or `mailto:`. */
  readonly contact: string;
  readonly reach?: Reach;
}

/** Messages to browsers by Web Push: encrypted for the browser (RFC 8291), signed by this installation (RFC 8292). */
export function webPushSender({ secret, contact, reach = {} }: WebPushOptions): PushSender {
  const keys = signingKeys(secret);
  // Push services refuse plain addresses of this machine as a contact.
  const subject =
    contact.startsWith('https:') || contact.startsWith('mailto:') ? contact : 'mailto:guanxi@localhost';
  return {
    publicKey: keys.publicKey,
    objection: (endpoint) => addressObjection(endpoint, reach),
    async send({ endpoint, p256dh, auth }, { lifetime, tag, ...message }) {
      try {
        const { headers, body } = webPush.generateRequestDetails(
          { endpoint, keys: { p256dh, auth } },
          JSON.stringify({ ...message, tag }),
          { vapidDetails: { subject, ...keys }, TTL: lifetime, urgency: 'high', topic: topicOf(tag) },
        );
        return outcomeOf(await postOutside(endpoint, headers as Record<string, string>, body, reach));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { outcome: reason.includes('notPublic') ? 'gone' : 'later', reason };
      }
    },
  };
}

/** At most 32 characters; a message that is still waiting is replaced by a later one of the same topic. */
function topicOf(tag: string): string {
  return tag.replaceAll(/[^\w]/g, '').slice(-32);
}

function outcomeOf({ status, body }: OutsideAnswer): Sending {
  if (status >= 200 && status < 300) return { outcome: 'done' };
  const reason = `${status} ${body}`.trim();
  if (status === 404 || status === 410) return { outcome: 'gone', reason };
  return { outcome: status === 429 || status >= 500 ? 'later' : 'refused', reason };
}

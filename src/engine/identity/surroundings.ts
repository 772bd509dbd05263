import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { Directory } from './directory.ts';

/** What signing in needs from the rest of the product. */
export interface Surroundings {
  readonly directory: Directory;
  /** Absent while no mail server has been set up. */
  readonly mail?: MailSender | undefined;
}

import { SMTPServer } from 'smtp-server';
import { closeWithFile } from '#test/closing.ts';
import { type ParsedMail, parsedMail } from '#test/outside/parsed-mail.ts';

export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** Everything that was accepted, oldest first. */
  readonly mails: readonly ParsedMail[];
  /** Refuses every mail with this code from now on; 250 takes them again. */
  answer(code: number): void;
  stop(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it takes. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let code = 250;
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (code === 250) return done();
      const text = code >= 500 ? 'No such person here' : 'Busy, come again';
      return done(Object.assign(new Error(text), { responseCode: code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push(
          parsedMail(
            Buffer.concat(parts).toString('utf8'),
            from,
            rcptTo.map(({ address }) => address),
          ),
        );
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  closeWithFile(stop);
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    mails,
    answer: (next) => {
      code = next;
    },
    stop,
  };
}

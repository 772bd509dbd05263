import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import type { Certificate, CertificateReader } from '#kernel/port/certificate-reader.ts';
import { publicLookup, type Reach } from './post-outside.ts';

const patience = 8000;
const ports: Readonly<Record<string, number>> = { 'https:': 443, 'smtps:': 465, 'smtp:': 587 };

/** Reads the certificate of `https:` and `smtps:` addresses, and of `smtp:` servers that offer STARTTLS. */
export function peerCertificate(reach: Reach = {}): CertificateReader {
  return async ({ protocol, hostname, port }) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const number = Number(port) || (ports[protocol] ?? 443);
    // By a name that is resolved to what may be asked; an address of its own is judged by the same.
    const socket = connectPlain({ host, port: number, lookup: publicLookup(reach) });
    socket.setTimeout(patience, () => socket.destroy(new Error('ETIMEDOUT')));
    try {
      await once(socket, 'connect');
      if (protocol === 'smtp:') await startTls(socket);
      const secure = connect({
        ...{ socket, rejectUnauthorized: false },
        ...(isIP(host) === 0 && { servername: host }),
      });
      await once(secure, 'secureConnect');
      return told(secure.getPeerCertificate());
    } finally {
      socket.destroy();
    }
  };
}

/** Asks a mail server to go on encrypted. */
async function startTls(socket: Socket): Promise<void> {
  await answered(socket, '220');
  socket.write('EHLO guanxi.invalid\r\n');
  if (!/STARTTLS/i.test(await answered(socket, '250'))) throw new Error('STARTTLS is not offered');
  socket.write('STARTTLS\r\n');
  await answered(socket, '220');
}

/** The whole answer, whose last line has a space behind its code. */
async function answered(socket: Socket, code: string): Promise<string> {
  let text = '';
  while (!/^\d{3} .*\r?\n$/m.test(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))) {
    const [part] = (await once(socket, 'data')) as [Buffer];
    text += part.toString('latin1');
    if (text.length > 10_000) throw new Error('This is no mail server');
  }
  if (!text.startsWith(code)) throw new Error(text.slice(0, 100));
  return text;
}

function told({ valid_to, subject, issuer }: PeerCertificate): Certificate {
  const name = (of: PeerCertificate['subject'] | undefined) => String(of?.CN ?? of?.O ?? '');
  return { until: new Date(valid_to).toISOString(), subject: name(subject), issuer: name(issuer) };
}

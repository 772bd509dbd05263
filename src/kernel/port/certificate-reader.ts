/** The certificate by which a server shows who it is. */
export interface Certificate {
  /** The instant after which nobody takes it. */
  readonly until: string;
  readonly subject: string;
  readonly issuer: string;
}

/** Asks a server for its certificate, whether it is valid or not; rejects where none comes. */
export type CertificateReader = (address: URL) => Promise<Certificate>;

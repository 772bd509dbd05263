import { type ObjectStorage, StoreFault, type StoreFaultCode } from '#kernel/port/backup-store.ts';

/** What a service says is wrong, by our word for it. */
const codes: Readonly<Record<string, StoreFaultCode>> = {
  InvalidAccessKeyId: 'storeUnknownKey',
  SignatureDoesNotMatch: 'storeWrongSecret',
  AccessDenied: 'storeForbidden',
  AllAccessDisabled: 'storeForbidden',
  NoSuchBucket: 'storeNoBucket',
  InvalidBucketName: 'storeNoBucket',
  RequestTimeTooSkewed: 'storeClock',
  AuthorizationHeaderMalformed: 'storeRegion',
  PermanentRedirect: 'storeRegion',
  IllegalLocationConstraintException: 'storeRegion',
};

interface ServiceFailure {
  readonly status?: number;
  readonly serviceCode?: string;
  /** What the service wrote, XML. */
  readonly body?: string;
  readonly code?: string;
  readonly message?: string;
  readonly cause?: ServiceFailure;
}

/** Says what is wrong with a bucket so that somebody can do something about it; what is no fault of it stays as it is. */
export function faultOf(error: unknown, { address, bucket, region, keyId }: ObjectStorage): unknown {
  if (error instanceof StoreFault) return error;
  const { status, serviceCode, body, code, message, cause } = error as ServiceFailure;
  const { host } = new URL(address);
  const known = { host, bucket, region, key: keyId };
  const said = /<Code>(\w+)<\/Code>/.exec(body ?? '')?.[1] ?? serviceCode;
  const fault = codes[said ?? ''];
  if (fault !== undefined) return new StoreFault(fault, known);
  if (status === 301 || status === 307) return new StoreFault('storeRegion', known);
  if (status !== undefined)
    return new StoreFault('storeRefused', { ...known, reason: `${status} ${said ?? ''}`.trim() });
  if (message?.endsWith('notPublic')) return new StoreFault('storeNotPublic', known);
  const reason = cause?.cause?.code ?? cause?.code ?? code;
  if (typeof reason === 'string' && /^(E[A-Z]|UND_|CERT|DEPTH_|SELF_|UNABLE_|ERR_TLS)/.test(reason))
    return new StoreFault('storeUnreachable', { ...known, reason });
  return error;
}

// Of s3rver and aws4 what is used here; they bring no types.
declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  export default class S3rver {
    constructor(options: {
      silent: boolean;
      directory: string;
      vhostBuckets: boolean;
      configureBuckets: readonly { readonly name: string }[];
    });
    readonly logger: { readonly exceptions: { unhandle(): void } };
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
}

declare module 'aws4' {
  interface Signed {
    readonly headers: Readonly<Record<string, string>>;
  }
  const aws4: {
    sign(
      request: {
        service: string;
        region: string;
        method: string;
        path: string;
        headers: Record<string, string>;
      },
      keys: { accessKeyId: string; secretAccessKey: string },
    ): Signed;
  };
  export default aws4;
}

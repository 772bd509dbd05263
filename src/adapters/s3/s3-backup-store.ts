import { S3mini } from 's3mini';
import type { BackupStore, KeptPiece, ObjectStorage } from '#kernel/port/backup-store.ts';
import { faultOf } from './fault-of.ts';
import { missingPiece } from './missing-piece.ts';

/** Bytes of what is sent at once; ten thousand of them is the most that a service takes for one piece. */
const partSize = 16 * 1024 * 1024;

/** Keeps backups in a bucket of any service that speaks the protocol of S3; requests are signed (AWS signature 4). */
export function s3BackupStore(storage: ObjectStorage, ask: typeof fetch = fetch): BackupStore {
  const { bucket, folder, region, keyId } = storage;
  const client = new S3mini({
    ...{ endpoint: endpointOf(storage), region, fetch: ask },
    ...{ accessKeyId: keyId, secretAccessKey: storage.secretKey },
  });
  const keyOf = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw faultOf(error, storage);
    }
  };
  const list = (prefix: string) =>
    told(async (): Promise<readonly KeptPiece[]> => {
      const found = await client.listObjects('/', keyOf(prefix));
      if (found === null) throw faultOf({ serviceCode: 'NoSuchBucket' }, storage);
      return found
        .filter(({ Key }) => Key !== undefined)
        .map(({ Key, Size }) => ({ name: Key.slice(keyOf('').length), size: Number(Size) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    });
  return {
    place: `s3://${bucket}/${folder}`.replace(/\/$/, ''),
    write: (name, bytes) => told(() => upload(client, keyOf(name), bytes)),
    async *read(name) {
      const answer = await told(() => client.getObjectResponse(keyOf(name)));
      if (answer?.body == null) throw missingPiece(name);
      yield* answer.body;
    },
    // Not by HEAD, whose answer cannot say why it was refused.
    has: async (name) => (await list(name)).some((piece) => piece.name === name),
    list: (name) => list(`${name}/`),
    remove: (name) => told(async () => void (await client.deleteObject(keyOf(name)))),
  };
}

function endpointOf({ address, bucket }: ObjectStorage): string {
  const { origin, host } = new URL(address);
  return host.startsWith(`${bucket}.`) ? origin : `${origin}/${bucket}`;
}

/** Sends a piece at once when it is small, else in parts, of which nothing is there before the last has come. */
async function upload(client: S3mini, key: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let [held, length, size]: [Uint8Array[], number, number] = [[], 0, 0];
  let begun: string | undefined;
  const parts: { partNumber: number; etag: string }[] = [];
  const sendPart = async () => {
    begun ??= await client.getMultipartUploadId(key);
    parts.push(await client.uploadPart(key, begun, Buffer.concat(held), parts.length + 1));
    [held, length] = [[], 0];
  };
  try {
    for await (const chunk of bytes) {
      held.push(chunk);
      length += chunk.length;
      size += chunk.length;
      if (length >= partSize) await sendPart();
    }
    if (begun === undefined) {
      await client.putObject(key, Buffer.concat(held));
      return size;
    }
    if (length > 0) await sendPart();
    const { etag } = await client.completeMultipartUpload(key, begun, parts);
    // A service may say 200 and then, in what follows, that it failed.
    if (!etag) throw new Error(`${key} could not be put together`);
    return size;
  } catch (error) {
    if (begun !== undefined) await client.abortMultipartUpload(key, begun).catch(() => undefined);
    throw error;
  }
}

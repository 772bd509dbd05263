import { textInput } from '#kernel/field/text-input.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import { shortestPassphrase } from '../backup/repository-key.ts';
import { optional, readBody, required } from '../identity/read-body.ts';
import type { SetPlace } from './backup-place.ts';

/** Reads what an administrator says of a bucket; a secret that is not said again stays as it was. */
export function readPlace(body: unknown, before: SetPlace | undefined): SetPlace {
  const { secretKey, passphrase, folder, ...known } = readBody(body, {
    address: required(address),
    bucket: required(matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'notABucket')),
    folder: optional(matching(/^([\w.-]+(\/[\w.-]+)*)?$/, 'notAFolder')),
    region: required(matching(/^[a-z0-9-]{2,40}$/, 'notARegion')),
    keyId: required((input) => textInput(input, 200)),
    secretKey: optional((input) => textInput(input, 200)),
    passphrase: optional(passphraseInput),
  });
  const secrets = {
    secretKey: secretKey || before?.secretKey,
    passphrase: passphrase || before?.passphrase,
  };
  for (const [field, value] of Object.entries(secrets))
    if (!value) throw new Refusal('invalid', [{ field, code: 'required' }]);
  return { ...known, folder: folder ?? '', ...(secrets as { secretKey: string; passphrase: string }) };
}

function address(input: unknown): string {
  const text = textInput(input, 300);
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new Unacceptable('notWebAddress');
  return new URL(text).origin;
}

function matching(pattern: RegExp, code: string): (input: unknown) => string {
  return (input) => {
    const text = textInput(input, 200);
    if (!pattern.test(text)) throw new Unacceptable(code);
    return text;
  };
}

function passphraseInput(input: unknown): string {
  const text = textInput(input, 200);
  if (text !== '' && text.length < shortestPassphrase)
    throw new Unacceptable('shortPassphrase', { least: shortestPassphrase });
  return text;
}

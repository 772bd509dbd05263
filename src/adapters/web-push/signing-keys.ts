import { createECDH, hkdfSync } from 'node:crypto';

export interface SigningKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The keys by which browsers know this installation: the same on all its servers, for they follow from its secret. */
export function signingKeys(secret: string): SigningKeys {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'guanxi web push', 32)));
  return {
    publicKey: curve.getPublicKey().toString('base64url'),
    privateKey: curve.getPrivateKey().toString('base64url'),
  };
}

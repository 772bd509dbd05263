import { fetchOutside } from '../outgoing/fetch-outside.ts';

export interface VaultPlace {
  /** The whole address of the secret's data, such as `https://vault.example.com:8200/v1/secret/data/guanxi`. */
  readonly address: string;
  readonly token: string;
  /** Of the enterprise edition, and of OpenBao. */
  readonly namespace?: string | undefined;
}

/**
 * The newest version of a secret in the key-value store, version 2, of HashiCorp Vault or OpenBao: names with their
 * values. Protocol: https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version
 */
export async function vaultSecret({ address, token, namespace }: VaultPlace): Promise<Map<string, unknown>> {
  const headers = {
    'x-vault-token': token,
    'x-vault-request': 'true',
    ...(namespace && { 'x-vault-namespace': namespace }),
  };
  // It is whoever runs this machine that names the vault; unencrypted it is asked on this machine alone, as an agent's.
  const reach = { ownNetwork: true, loopback: true };
  const answer = await fetchOutside(address, { method: 'GET', headers }, reach);
  const body = (await answer.json().catch(() => ({}))) as {
    readonly data?: { readonly data?: Readonly<Record<string, unknown>> | null };
    readonly errors?: readonly string[];
  };
  if (answer.ok && body.data?.data) return new Map(Object.entries(body.data.data));
  // A version that was deleted is not found, and told of with its date; the answer is not repeated, as it may hold more.
  const reason = body.errors?.join(', ') || (answer.status === 404 ? 'there is no such secret' : '');
  throw new Error(`${address} answers ${answer.status}${reason && `: ${reason}`}`);
}

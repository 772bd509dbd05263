import { readFileSync } from 'node:fs';
import { vaultSecret } from '#adapters/vault/vault-secret.ts';

/** Names of what may be kept outside the environment: nothing that changes how programs run. */
const keepable = /^(DATABASE_URL|GUANXI_[A-Z_]+|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY))$/;

/**
 * Brings into the environment what is kept elsewhere: each `NAME_FILE` names a file whose content is `NAME`, as systemd,
 * Docker and Kubernetes hand secrets over, and `GUANXI_VAULT_URL` a secret in a key vault that holds names and values.
 * What the environment says itself stays.
 */
export async function takeSecrets(environment: NodeJS.ProcessEnv): Promise<void> {
  for (const [variable, path = ''] of Object.entries(environment)) {
    const name = variable.replace(/_FILE$/, '');
    if (name === variable || !keepable.test(name) || path === '') continue;
    if (environment[name] !== undefined) throw new Error(`${name} and ${variable} are both set: keep one.`);
    environment[name] = contentOf(variable, path);
  }
  const { GUANXI_VAULT_URL: address, GUANXI_VAULT_TOKEN: token, GUANXI_VAULT_NAMESPACE } = environment;
  if (!address) return;
  if (!token)
    throw new Error('GUANXI_VAULT_URL is set, so GUANXI_VAULT_TOKEN or GUANXI_VAULT_TOKEN_FILE must be too.');
  const kept = await vaultSecret({ address, token, namespace: GUANXI_VAULT_NAMESPACE }).catch(
    (error: Error) => {
      throw new Error(`The secrets cannot be had from the vault: ${error.message} (GUANXI_VAULT_URL)`);
    },
  );
  for (const [name, value] of kept) {
    if (!keepable.test(name) || typeof value !== 'string')
      throw new Error(`The vault's ${name} is no text that may be kept there (GUANXI_VAULT_URL).`);
    environment[name] ??= value;
  }
}

/** Without the end of the line that editors write. */
function contentOf(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Error(`${variable}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

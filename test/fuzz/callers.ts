import { type Asking, company, type Product } from '#test/http/product.ts';
import type { PlannedRequest } from './plan-requests.ts';

/** Those in whose name requests are sent. */
export interface Callers {
  /** Who sends this request; provisioning has a key of its own. */
  of(path: string, who: PlannedRequest['who']): Asking;
  /** Lets the administrator in again when he was shut out, as by ending his own session. */
  comeBack(): Promise<boolean>;
}

export async function callersOf(product: Product): Promise<Callers> {
  let administrator = product.ask;
  const stranger = product.as({});
  const seller = await product.colleague({
    ...{ name: '周敏', email: 'zhou@hengyue.example', roles: ['salesRepresentative'] },
  });
  const { key } = (await product.ask('POST', '/api/api-keys', { name: 'SCIM', scopes: ['scim'] })).body;
  const provisioning = product.as({ authorization: `Bearer ${key}` });
  return {
    of(path, who) {
      if (who === 'stranger') return stranger;
      if (path.startsWith('/api/scim')) return provisioning;
      return who === 'seller' ? seller : administrator;
    },
    async comeBack() {
      if ((await administrator('GET', '/api/me')).status === 200) return true;
      const { email, password } = company;
      const answer = await product.app.inject({
        ...{ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } },
      });
      const cookie = answer.cookies
        .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
        .join('; ');
      administrator = product.as({ cookie });
      return (await administrator('GET', '/api/me')).status === 200;
    },
  };
}

import { isTest } from './source/source-files.ts';

/** Where a file stands: its layer, and in domains the domain's name. */
interface Place {
  readonly layer: string;
  readonly domain?: string;
  readonly group?: 'base' | 'business' | 'bridge' | 'pack';
}

const baseDomains = ['parties', 'catalogue', 'activities', 'administration'];

/** Why a file must not import another one; undefined when it may. */
export function objection(from: string, to: string): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here.layer === 'test' || here.layer === 'bench') return undefined;
  if (here.layer === 'bin')
    return there.layer === 'bin' ? undefined : 'bin starts the product, it does not import it';
  if (there.layer === 'test' && isTest(from)) return undefined;
  if (here.layer === 'main')
    return productLayers.includes(there.layer) ? undefined : 'main imports the product only';
  if (here.layer === 'domains' && there.layer === 'domains') return objectionBetweenDomains(here, there, to);
  if (here.layer === 'domains' && from.includes('/ui/') && there.layer === 'web') return undefined;
  const allowed = [here.layer, ...(here.layer === 'kernel' ? [] : ['kernel'])];
  return allowed.includes(there.layer) ? undefined : `${here.layer} imports only ${allowed.join(' and ')}`;
}

const productLayers = ['kernel', 'engine', 'web', 'adapters', 'domains', 'main'];

function objectionBetweenDomains(here: Place, there: Place, to: string): string | undefined {
  if (here.domain === there.domain) return undefined;
  const isPublic = /\/(api|[\w-]+\.object)\.ts$/.test(to);
  if (!isPublic) return `${there.domain} is entered by its api.ts or an object's declaration`;
  if (there.group === 'base') return undefined;
  if (here.group === 'bridge' && here.domain && there.domain && joins(here.domain, there.domain))
    return undefined;
  if (here.group === 'pack' && there.group === 'business') return undefined;
  return `${here.group} domains do not import ${there.group} domains`;
}

/** A bridge is named for the two domains that it joins. */
function joins(bridge: string, domain: string): boolean {
  const name = bridge.replace('bridges/', '');
  return name.startsWith(`${domain}-`) || name.endsWith(`-${domain}`);
}

function placeOf(path: string): Place {
  const [top, layer = '', first = '', second = ''] = path.split('/');
  if (top !== 'src') return { layer: top ?? '' };
  if (layer !== 'domains') return { layer };
  if (first === 'bridges') return { layer, domain: `bridges/${second}`, group: 'bridge' };
  if (first === 'packs') return { layer, domain: `packs/${second}`, group: 'pack' };
  return { layer, domain: first, group: baseDomains.includes(first) ? 'base' : 'business' };
}

/** Why a layer must not use a package; undefined when it may. */
export function objectionToPackage(from: string, name: string): string | undefined {
  const { layer } = placeOf(from);
  if (isTest(from)) return undefined;
  if (layer === 'kernel') return pure.includes(name) ? undefined : 'the kernel is pure and runs anywhere';
  if (layer === 'web' && (name.startsWith('node:') || serverOnly.includes(name)))
    return 'the web client runs in browsers';
  if (layer === 'engine' && browserOnly.test(name)) return 'the engine draws nothing';
  return undefined;
}

/** They reckon and read, and know neither a server nor a browser. */
const pure = ['big.js', 'saxes'];
const serverOnly = ['pg', 'fastify', 'vite'];
const browserOnly = /^(react|react-dom|@mantine\/.*|@tanstack\/.*|@tiptap\/.*|@tabler\/.*)$/;

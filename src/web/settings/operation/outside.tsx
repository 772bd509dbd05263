import { Clients } from './clients.tsx';
import { Integrations } from './integrations.tsx';
import { Packages } from './packages.tsx';
import { useIntegrations } from './use-integrations.ts';

/** What the installation has to do with outside: services, clients, other people's software. */
export function Outside() {
  const { data } = useIntegrations();
  return (
    <>
      {data && <Integrations integrations={data.integrations} />}
      {data && <Clients clients={data.clients} build={data.build} />}
      <Packages />
    </>
  );
}

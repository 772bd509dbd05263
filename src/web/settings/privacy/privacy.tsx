import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import type { CompanySettings } from '../company/company-settings.ts';
import { RegisterPart } from './register-part.tsx';
import { ResponsibilityForm } from './responsibility-form.tsx';
import { RetentionPart } from './retention-part.tsx';

/** What the company keeps of people, why and for how long, and who is responsible for it. */
export function Privacy() {
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get<CompanySettings>('company', { signal }),
  });
  return (
    <>
      <RegisterPart />
      <RetentionPart />
      {data && <ResponsibilityForm responsibility={data.responsibility ?? {}} />}
    </>
  );
}

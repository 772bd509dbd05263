import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import type { CompanySettings } from '../company/company-settings.ts';
import { CompanyHours } from './company-hours.tsx';
import { HoursOfPeople } from './hours-of-people.tsx';

/** When the company works, and who works at other hours. */
export function WorkingTime() {
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get<CompanySettings>('company', { signal }),
  });
  if (!data) return null;
  return (
    <>
      <CompanyHours key={JSON.stringify(data.workingTime)} settings={data} />
      <HoursOfPeople week={data.workingTime.week} />
    </>
  );
}

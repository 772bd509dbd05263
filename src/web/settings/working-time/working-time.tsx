import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import type { CompanySettings } from '../company/company-settings.ts';
import { usePeopleObject } from '../people/use-people.ts';
import { CompanyHours } from './company-hours.tsx';
import { OtherHours } from './other-hours.tsx';

/** When the company works, and which teams and people work at other hours. */
export function WorkingTime() {
  const people = usePeopleObject();
  const teams = useMeta().objects.find(({ purpose }) => purpose === 'team');
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get<CompanySettings>('company', { signal }),
  });
  if (!data) return null;
  return (
    <>
      <CompanyHours key={JSON.stringify(data.workingTime)} settings={data} />
      <OtherHours of="teams" object={teams} week={data.workingTime.week} />
      <OtherHours of="people" object={people} week={data.workingTime.week} />
    </>
  );
}

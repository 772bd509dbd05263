import { Menu } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordPageJson } from '#web/api/record.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';

interface Followers {
  readonly followers: readonly { readonly id: string; readonly name: string }[];
}

/** Lets the reader hear what is said about the record, or no longer. */
export function FollowItem({ following }: { readonly following: ObjectMeta }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { user } = useMeta();
  const { object, record } = useRecordScope();
  const queryKey = [...keys.recordAnySelect(object.name, record.id), 'followers'];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Followers>(`records/${object.name}/${record.id}/followers`, { signal }),
  });
  const follows = data?.followers.some(({ id }) => id === user.id) ?? false;
  const toggle = async () => {
    const path = `records/${following.name}`;
    const wish = follows ? 'silent' : 'follows';
    try {
      const where = { record: record.id, person: user.id };
      const { records } = await api.get<RecordPageJson>(path, { query: { where, limit: 1 } });
      const said = records[0];
      if (said) await api.patch(`${path}/${said.id}`, { wish });
      else await api.post(path, { record: { object: object.name, id: record.id }, wish });
      await client.invalidateQueries({ queryKey });
      toast(t(follows ? 'record.follow.stopped' : 'record.follow.begun'));
    } catch (error) {
      toastProblem(error);
    }
  };
  const Icon = follows ? IconBellOff : IconBell;
  return (
    <Menu.Item leftSection={<Icon size={15} />} disabled={!data} onClick={toggle}>
      {t(follows ? 'record.follow.stop' : 'record.follow.begin')}
    </Menu.Item>
  );
}

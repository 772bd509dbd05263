import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { RecordPageJson } from '#web/api/record.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import type { FileVersion, RecordFile } from './record-file.ts';
import { sendFile } from './send-file.ts';
import { useFileVersions } from './use-file-versions.ts';

/** A file that is on its way. */
export interface Coming {
  readonly key: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

interface About {
  readonly object: string;
  readonly id: string;
}

let last = 0;

/** Brings files to a record, several at once, and new versions of those that are there. */
export function useBringFiles(files: string, about: About) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const { bring, former } = useFileVersions(files);
  const [coming, setComing] = useState<readonly Coming[]>([]);

  const refresh = () => {
    client.invalidateQueries({ queryKey: keys.object(files) });
    client.invalidateQueries({ queryKey: keys.timeline(about.object, about.id) });
  };
  const send = async (file: File, keep: (stored: unknown) => Promise<unknown>) => {
    const key = ++last;
    setComing((others) => [...others, { key, name: file.name, share: 0 }]);
    const progress = (share: number) =>
      setComing((all) => all.map((one) => (one.key === key ? { ...one, share } : one)));
    try {
      await keep([await sendFile(file, progress)]);
    } catch (error) {
      toastProblem(error);
    } finally {
      setComing((all) => all.filter((one) => one.key !== key));
    }
  };
  const add = async (chosen: readonly File[]) => {
    await Promise.all(
      chosen.map((file) =>
        send(file, (content) => api.post(`records/${files}`, { regarding: about, content })),
      ),
    );
    refresh();
  };
  const whoBrought = async (document: string, number: number) => {
    const { records } = await api.get<RecordPageJson>(`records/${former}`, {
      query: { where: { document, number }, select: 'author.name' },
    });
    return (records[0] as FileVersion | undefined)?.author?.name;
  };
  /** Says whose version came in between, so that nobody takes his own for the next of what he has seen. */
  const renew = async (seen: RecordFile, file: File, remark: string) => {
    await send(file, async (content) => {
      await api.post(`actions/${bring}`, { id: seen.id, input: { content, remark: remark || null } });
      const { number } = await api.get<RecordFile>(`records/${files}/${seen.id}`, {
        query: { select: 'number' },
      });
      const name = number > seen.number + 1 ? await whoBrought(seen.id, number - 1) : undefined;
      toast(
        t(name ? 'files.versionAfterOthers' : 'files.versionBrought', { number, before: number - 1, name }),
      );
    });
    refresh();
  };
  return { coming, add, renew, refresh };
}

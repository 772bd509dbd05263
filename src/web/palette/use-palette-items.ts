import { useNavigate } from '@tanstack/react-router';
import { useMeta } from '#web/api/queries.ts';
import { showFile } from '#web/files/preview/preview-store.ts';
import { matchesText, type PaletteItem } from './palette-item.ts';
import { useRecents } from './recents.ts';
import { useCommands } from './use-commands.ts';
import { useSearch } from './use-search.ts';

/** What the palette shows for a text: records first, then places and commands that match it. */
export function usePaletteItems(text: string) {
  const commands = useCommands();
  const { results, searching } = useSearch(text);
  const [recents] = useRecents();
  const navigate = useNavigate();
  const { objects } = useMeta();
  const record = (group: PaletteItem['group'], found: (typeof results)[number]): PaletteItem => {
    const object = objects.find(({ name }) => name === found.object);
    const { file } = found;
    return {
      id: `${group}:${found.id}`,
      group,
      icon: object?.icon ?? '',
      label: found.name,
      detail: [file?.snippet ?? found.detail, object?.label].filter(Boolean).join(' · '),
      run: () => {
        navigate({ to: '/$object/$id', params: { object: found.object, id: found.id } });
        if (file) showFile(file);
      },
    };
  };
  const typed = text.trim();
  if (typed === '') {
    const here = commands.filter(({ group }) => group === 'here');
    const places = commands.filter(({ group }) => group === 'goTo' || group === 'commands');
    return {
      items: [...here, ...recents.map((recent) => record('recent', recent)), ...places],
      searching: false,
    };
  }
  const matching = commands.filter((item) => matchesText(item, typed));
  return { items: [...results.map((result) => record('records', result)), ...matching], searching };
}

import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { StatesOf } from '#web/fields/use-states.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import type { Column } from '#web/views/columns.ts';
import type { CellRange } from './cell-range.ts';

interface SheetCells {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  readonly range: CellRange | undefined;
  readonly states: StatesOf;
  /** What has the focus while a cell is active. */
  readonly holder: RefObject<HTMLElement | null>;
}

type SheetModule = typeof import('./sheet.ts');

// Copying must answer at once, so what does it is fetched as soon as a cell is chosen.
let loaded: SheetModule | undefined;
const load = () => import('./sheet.ts').then((module) => (loaded = module));

// One after the other: the second undo takes back what the first has left.
let latest: Promise<unknown> = Promise.resolve();

/** Copies, pastes, fills, empties and takes back, on the chosen cells of a table; answers what acts on its keys. */
export function useSheet({ object, columns, records, range, states, holder }: SheetCells) {
  const client = useQueryClient();
  const meta = useMeta();
  const chosen = range !== undefined;
  const sheet = range && { client, meta, object, columns, records, range, states };
  const run = (work: (module: SheetModule) => Promise<void>) => {
    latest = latest.then(load).then(work).catch(toastProblem);
  };

  const copy = useEffectEvent((event: ClipboardEvent) => {
    if (document.activeElement !== holder.current || !sheet || !loaded) return;
    if (getSelection()?.isCollapsed === false) return;
    event.clipboardData?.setData('text/plain', loaded.copied(sheet));
    event.preventDefault();
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (document.activeElement !== holder.current || !sheet || text === '') return;
    event.preventDefault();
    run((module) => module.paste(sheet, text));
  });
  // Browsers name the place of the text cursor as the target, wherever the focus is.
  useEffect(() => {
    if (!chosen) return;
    load().catch(() => undefined);
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [chosen]);

  return (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.nativeEvent.isComposing) return;
    const work = workOf(event);
    if (!work) return;
    event.preventDefault();
    if (work === 'undo' || work === 'redo') run((module) => module.step(client, meta, work));
    else if (sheet) run((module) => module[work](sheet));
  };
}

function workOf(event: KeyboardEvent): 'undo' | 'redo' | 'fillDown' | 'empty' | undefined {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  if (!ctrlKey && !metaKey) return key === 'Delete' || key === 'Backspace' ? 'empty' : undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (letter === 'y') return 'redo';
  return letter === 'd' && !shiftKey ? 'fillDown' : undefined;
}

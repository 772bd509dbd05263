import { useRouter } from '@tanstack/react-router';
import { type ComponentProps, type MouseEvent, useRef } from 'react';

interface RecordAnchorProps extends ComponentProps<'a'> {
  readonly object: string;
  readonly id: string;
}

/** How long the pointer rests on a link before its page is fetched, in milliseconds. */
const rest = 50;

/** A link to a record's page. Lists are full of them, so it does without the router's own, which follows every move. */
export function RecordAnchor({ object, id, ...props }: RecordAnchorProps) {
  const router = useRouter();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const page = { to: '/$object/$id', params: { object, id } } as const;
  const go = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.navigate(page);
  };
  return (
    <a
      {...props}
      href={router.history.createHref(`/${object}/${id}`)}
      onClick={go}
      onMouseEnter={() => {
        resting.current = setTimeout(() => router.preloadRoute(page).catch(() => undefined), rest);
      }}
      onMouseLeave={() => clearTimeout(resting.current)}
    />
  );
}

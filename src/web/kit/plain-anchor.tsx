import { useRouter } from '@tanstack/react-router';
import { type ComponentProps, type MouseEvent, useRef } from 'react';

interface PlainAnchorProps extends ComponentProps<'a'> {
  /** A path of the product. */
  readonly to: string;
}

/** How long the pointer rests on a link before its page is fetched, in milliseconds. */
const rest = 50;

/** A link to a page. Lists and the rail are full of them, so it does without the router's own, which follows every move. */
export function PlainAnchor({ to, onClick, ...props }: PlainAnchorProps) {
  const router = useRouter();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    event.stopPropagation();
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onClick?.(event);
    router.navigate({ to });
  };
  return (
    <a
      {...props}
      href={router.history.createHref(to)}
      onClick={go}
      onMouseEnter={() => {
        resting.current = setTimeout(() => router.preloadRoute({ to }).catch(() => undefined), rest);
      }}
      onMouseLeave={() => clearTimeout(resting.current)}
    />
  );
}

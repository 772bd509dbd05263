import { type FloatingPosition, Tooltip } from '@mantine/core';
import { useEffect, useId } from 'react';

interface HintProps {
  readonly target: HTMLElement;
  readonly text: string;
}

/** The bubble beside an element, which describes it to screen readers as long as it is there. */
export function Hint({ target, text }: HintProps) {
  const id = useId();
  useEffect(() => {
    const before = target.getAttribute('aria-describedby');
    if (text === target.getAttribute('aria-label')) return;
    target.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
    return () => {
      if (before === null) target.removeAttribute('aria-describedby');
      else target.setAttribute('aria-describedby', before);
    };
  }, [target, text, id]);
  return (
    <Tooltip
      opened
      target={target}
      position={(target.dataset.hintSide as FloatingPosition | undefined) ?? 'top'}
      label={<span id={id}>{text}</span>}
      multiline
      maw={280}
    />
  );
}

import { type RefCallback, useLayoutEffect } from 'react';

interface StandingTargetProps {
  readonly element: HTMLElement;
  /** Set by the kit. */
  readonly ref?: RefCallback<HTMLElement>;
}

/** Stands for an element that is on the page already, where the kit wants a target of its own to open something beside. */
export function StandingTarget({ element, ref }: StandingTargetProps) {
  useLayoutEffect(() => {
    ref?.(element);
  }, [ref, element]);
  return null;
}

import {
  type CollisionDetection,
  closestCenter,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { flushSync } from 'react-dom';

/** The arrow keys carry a card to the next column that may take it. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = { [KeyboardCode.Right]: 1, [KeyboardCode.Left]: -1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const { collisionRect, droppableContainers, droppableRects } = context;
  if (!collisionRect) return undefined;
  const middle = collisionRect.left + collisionRect.width / 2;
  const lefts = droppableContainers
    .getEnabled()
    .flatMap(({ id }) => droppableRects.get(id) ?? [])
    .filter(({ left, width }) => (left + width / 2 - middle) * step > width / 2)
    .sort((one, other) => (one.left - other.left) * step);
  const next = lefts[0];
  return next ? { x: next.left + 8, y: Math.max(currentCoordinates.y, next.top + 48) } : undefined;
};

/** Lifts the card at once: one that is let go before it was drawn as lifted would not be dropped. */
class PromptMouseSensor extends MouseSensor {
  constructor(props: ConstructorParameters<typeof MouseSensor>[0]) {
    super({ ...props, onStart: (at) => flushSync(() => props.onStart(at)) });
  }
}

/** Mouse, finger (after a moment, so that a swipe still scrolls) and keys: space lifts and drops. */
export function useBoardSensors() {
  return useSensors(
    useSensor(PromptMouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextColumn,
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  );
}

/** The column under the pointer; with keys the one that the card covers most. */
export const columnUnder: CollisionDetection = (context) => {
  if (context.pointerCoordinates) return pointerWithin(context);
  const covered = rectIntersection(context);
  return covered.length > 0 ? covered : closestCenter(context);
};

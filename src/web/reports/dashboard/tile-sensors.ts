import {
  type CollisionDetection,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  rectIntersection,
  useSensor,
  useSensors,
} from '@dnd-kit/core';

const steps: Readonly<Record<string, number>> = {
  [KeyboardCode.Left]: -1,
  [KeyboardCode.Up]: -1,
  [KeyboardCode.Right]: 1,
  [KeyboardCode.Down]: 1,
};

/** The arrow keys carry a tile to the place before or behind, as tiles are read. */
const toNextPlace: KeyboardCoordinateGetter = (event, { active, context }) => {
  const step = steps[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const { droppableContainers, droppableRects, over } = context;
  const places = droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      return rect ? [{ id, x: rect.left, y: rect.top }] : [];
    })
    .sort((one, other) => one.y - other.y || one.x - other.x);
  return places[places.findIndex(({ id }) => id === (over?.id ?? active)) + step];
};

/** A pointer, and keys: space lifts and drops, Esc puts back. */
export function useTileSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextPlace,
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  );
}

/** The tile under the pointer; with keys the one at whose beginning the carried one stands, however wide each of them is. */
export const tileUnder: CollisionDetection = (context) => {
  if (context.pointerCoordinates) return rectIntersection(context);
  const { left, top } = context.collisionRect;
  return context.droppableContainers
    .flatMap((droppableContainer) => {
      const { id } = droppableContainer;
      const rect = context.droppableRects.get(id);
      if (rect === undefined) return [];
      return [{ id, data: { droppableContainer, value: Math.hypot(rect.left - left, rect.top - top) } }];
    })
    .sort((one, other) => one.data.value - other.data.value);
};

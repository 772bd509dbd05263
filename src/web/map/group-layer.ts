import { divIcon, type LayerGroup, type Marker, marker } from 'leaflet';
import classes from './map.module.css';
import type { MapGroup } from './map-answer.ts';

interface Drawing {
  /** What a screen reader says of a group. */
  say(group: MapGroup): string;
  write(count: number): string;
  /** The colour of a single record, where a condition gives it one. */
  tint(id: string): string | undefined;
  onPick(group: MapGroup): void;
}

/** Draws groups as circles with their numbers and single records as dots; what stays where it was keeps its focus. */
export function drawGroups(layer: LayerGroup, groups: readonly MapGroup[], drawing: Drawing): void {
  const drawn = new Map<string, Marker>();
  for (const each of layer.getLayers() as (Marker & { groupKey?: string })[])
    drawn.set(each.groupKey ?? '', each);
  for (const group of groups) {
    const tint = group.id === undefined ? undefined : drawing.tint(group.id);
    const key = [group.latitude, group.longitude, group.count, group.id ?? '', tint ?? ''].join();
    if (drawn.delete(key)) continue;
    layer.addLayer(Object.assign(draw(group, tint, drawing), { groupKey: key }));
  }
  for (const gone of drawn.values()) layer.removeLayer(gone);
}

function draw(group: MapGroup, tint: string | undefined, { say, write, onPick }: Drawing): Marker {
  const single = group.count === 1;
  const face = document.createElement('span');
  face.textContent = single ? '' : write(group.count);
  const size = single ? 18 : 26 + Math.min(30, Math.round(7 * Math.log10(group.count)));
  const icon = divIcon({
    className: (single ? classes.single : classes.group) ?? '',
    html: face,
    iconSize: [size, size],
  });
  const drawn = marker([group.latitude, group.longitude], { icon, riseOnHover: true });
  drawn.on('click', () => onPick(group));
  drawn.on('keydown', ({ originalEvent }) => {
    if (!['Enter', ' '].includes(originalEvent.key)) return;
    originalEvent.preventDefault();
    onPick(group);
  });
  drawn.on('add', () => {
    const element = drawn.getElement();
    element?.setAttribute('aria-label', say(group));
    if (tint) element?.setAttribute('data-tint', tint);
  });
  return drawn;
}

import { geoJSON, type Layer, type PathOptions, svg } from 'leaflet';
import { landFeatures } from './land-features.ts';

/** The outlines of the land and nothing else; no borders are drawn. Fetched with the first map. */
export async function landLayer(look: PathOptions): Promise<Layer> {
  const { default: atlas } = await import('world-atlas/land-50m.json', { with: { type: 'json' } });
  return geoJSON(landFeatures(atlas), {
    interactive: false,
    style: () => look,
    renderer: svg({ padding: 0.4 }),
  } as Parameters<typeof geoJSON>[1]);
}

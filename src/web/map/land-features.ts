import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The outlines of the land as `world-atlas` brings them, as maps are drawn from. */
export function landFeatures(atlas: unknown) {
  const topology = atlas as Topology<{ land: GeometryCollection<{ name?: string }> }>;
  return feature(topology, topology.objects.land);
}

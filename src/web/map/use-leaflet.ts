import { useComputedColorScheme } from '@mantine/core';
import { type Map as LeafletMap, layerGroup, map as makeMap, tileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef, useState } from 'react';
import type { Window } from '#kernel/expression/position.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { labelLayer } from './label-layer.ts';
import { landLayer } from './land-layer.ts';
import { type At, wholeWindow } from './map-answer.ts';

/** What the map shows now. */
export interface Shown {
  readonly at: At;
  readonly window: Window;
}

const landLooks = {
  light: { weight: 1, color: '#cfcabf', fillColor: '#f4f1ea', fillOpacity: 1 },
  dark: { weight: 1, color: '#4a463e', fillColor: '#2b2823', fillOpacity: 1 },
};

/** As near as outlines of the land tell anything. */
const nearest = 13;

/** A map in an element: the land, the names of cities, and room for groups. Says what it shows whenever that changes. */
export function useLeaflet(start: At | undefined, onShown: (shown: Shown) => void) {
  const locale = useLocale();
  const tiles = useMeta().workspace.mapTiles?.address;
  const scheme = useComputedColorScheme('light');
  const holder = useRef<HTMLDivElement>(null);
  const told = useRef(onShown);
  told.current = onShown;
  const [map, setMap] = useState<LeafletMap>();
  const [groups] = useState(() => layerGroup());
  const begin = useRef(start ?? { latitude: 33, longitude: 108, zoom: 4 });

  useEffect(() => {
    if (!holder.current) return;
    const made = makeMap(holder.current, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 2,
      maxZoom: tiles === undefined ? nearest : 18,
      worldCopyJump: true,
      maxBounds: [
        [-85, -540],
        [85, 540],
      ],
      maxBoundsViscosity: 1,
    });
    made.createPane('labels').style.zIndex = '450';
    made.createPane('labels').style.pointerEvents = 'none';
    groups.addTo(made);
    const tell = () => {
      const { lat, lng } = made.getCenter();
      const bounds = made.getBounds();
      const window = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
      const longitude = ((((lng + 180) % 360) + 360) % 360) - 180;
      told.current({ at: { latitude: lat, longitude, zoom: made.getZoom() }, window: wholeWindow(window) });
    };
    made.on('moveend', tell);
    made.setView([begin.current.latitude, begin.current.longitude], begin.current.zoom);
    const observer = new ResizeObserver(() => made.invalidateSize());
    observer.observe(holder.current);
    setMap(made);
    return () => {
      observer.disconnect();
      made.remove();
      setMap(undefined);
    };
  }, [groups, tiles]);

  useEffect(() => {
    if (!map) return;
    if (tiles !== undefined) {
      const layer = tileLayer(tiles).addTo(map);
      return () => void layer.remove();
    }
    const land = landLayer(landLooks[scheme]);
    land.then((layer) => layer.addTo(map)).catch(() => undefined);
    return () => void land.then((layer) => layer.remove()).catch(() => undefined);
  }, [map, scheme, tiles]);

  useEffect(() => {
    if (!map || tiles !== undefined) return;
    const labels = labelLayer(map, locale);
    labels.then((layer) => layer.addTo(map)).catch(() => undefined);
    return () => void labels.then((layer) => layer.remove()).catch(() => undefined);
  }, [map, locale, tiles]);

  return { holder, map, groups };
}

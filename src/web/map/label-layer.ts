import { divIcon, type LayerGroup, type Map as LeafletMap, layerGroup, marker } from 'leaflet';
import classes from './map.module.css';

type Label = readonly [chinese: string, name: string, latitude: number, longitude: number, zoom: number];

/** The names of large cities, as many as have room. */
export async function labelLayer(map: LeafletMap, locale: string): Promise<LayerGroup> {
  const { default: all } = await import('./labels.json', { with: { type: 'json' } });
  const layer = layerGroup();
  const draw = () => {
    layer.clearLayers();
    const bounds = map.getBounds().pad(0.1);
    for (const [chinese, name, latitude, longitude, zoom] of all as unknown as readonly Label[]) {
      if (zoom > map.getZoom() + 1 || !bounds.contains([latitude, longitude])) continue;
      const text = document.createElement('span');
      text.textContent = locale === 'zh-CN' ? chinese : name;
      const icon = divIcon({ className: classes.label ?? '', html: text, iconSize: [0, 0] });
      layer.addLayer(
        marker([latitude, longitude], { icon, interactive: false, keyboard: false, pane: 'labels' }),
      );
    }
  };
  layer.on('add', () => {
    map.on('moveend', draw);
    draw();
  });
  layer.on('remove', () => map.off('moveend', draw));
  return layer;
}

import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import type { Map as LeafletMap } from 'leaflet';
import { useTranslation } from 'react-i18next';
import classes from './map.module.css';

/** Nearer, farther, and all that there is. */
export function MapButtons({ map, onWhole }: { map: LeafletMap | undefined; onWhole(): void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.buttons}>
      <ActionIcon variant="default" aria-label={t('map.nearer')} onClick={() => map?.zoomIn()}>
        <IconPlus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('map.farther')} onClick={() => map?.zoomOut()}>
        <IconMinus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('map.whole')} onClick={onWhole}>
        <IconMaximize size={16} />
      </ActionIcon>
    </div>
  );
}

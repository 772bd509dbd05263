import { ActionIcon, Group } from '@mantine/core';
import { IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '#web/fields/file/format.ts';
import classes from './preview.module.css';
import { Unshown } from './unshown.tsx';

/** A picture, to be made larger and turned. */
export function ImageView({ file }: { readonly file: StoredFile }) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [broken, setBroken] = useState(false);
  if (broken) return <Unshown />;
  const tools = [
    ['files.zoomOut', IconZoomOut, () => setZoom((now) => Math.max(0.25, now / 1.4))],
    ['files.zoomIn', IconZoomIn, () => setZoom((now) => Math.min(8, now * 1.4))],
    ['files.rotate', IconRotateClockwise, () => setTurn((now) => now + 90)],
  ] as const;
  return (
    <>
      <div className={classes.stage}>
        <img
          className={classes.image}
          style={{ transform: `rotate(${turn}deg) scale(${zoom})` }}
          src={`/api/files/${file.id}`}
          alt={file.name}
          onError={() => setBroken(true)}
        />
      </div>
      <Group gap="xs" className={classes.tools}>
        {tools.map(([label, Icon, act]) => (
          <ActionIcon key={label} variant="default" size="lg" aria-label={t(label)} onClick={act}>
            <Icon size={18} />
          </ActionIcon>
        ))}
      </Group>
    </>
  );
}

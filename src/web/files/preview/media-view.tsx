import { useState } from 'react';
import type { StoredFile } from '#web/fields/file/format.ts';
import classes from './preview.module.css';
import { Unshown } from './unshown.tsx';
import { viewOf } from './view-of.ts';

/** Sound and film, played by the browser. */
export function MediaView({ file }: { readonly file: StoredFile }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <Unshown />;
  const Player = viewOf(file) === 'sound' ? 'audio' : 'video';
  return (
    <div className={classes.stage}>
      <Player
        className={classes.media}
        src={`/api/files/${file.id}`}
        aria-label={file.name}
        controls
        onError={() => setBroken(true)}
      />
    </div>
  );
}

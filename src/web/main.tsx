import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './kit/base.css';
import { createRoot } from 'react-dom/client';
import { onOtherBuild } from './api/build.ts';
import { App, fetchPage } from './app.tsx';
import { startTexts } from './i18n/i18n.ts';
import { toastNewBuild } from './kit/toast.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('The page has no element to draw into.');
await startTexts(fetchPage);
onOtherBuild(toastNewBuild);
createRoot(element).render(<App />);

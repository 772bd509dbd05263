import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './kit/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startTexts } from './i18n/i18n.ts';

const element = document.getElementById('root');
if (!element) throw new Error('The page has no element to draw into.');
await startTexts();
createRoot(element).render(<App />);

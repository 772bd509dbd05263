import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.GUANXI_SERVER ?? 'http://127.0.0.1:3000';

/** Builds the web client into dist/web; `vite` alone serves it beside a running server. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 900 },
  server: { port: 5173, proxy: { '/api': { target: server, changeOrigin: false } } },
});

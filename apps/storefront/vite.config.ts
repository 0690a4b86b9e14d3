import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` serves the gateway; the development server passes the API calls on to it. */
const gateway = 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': gateway, '/ops/api': gateway } },
  build: {
    outDir: '../../dist/apps/storefront',
    emptyOutDir: true,
    // The oldest browsers that know light-dark(), which the theme is made of.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  },
});

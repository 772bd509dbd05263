import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const server = process.env.GUANXI_SERVER ?? 'http://127.0.0.1:3000';

/** Browsers that know `light-dark()`: rewritten for older ones it would miss how the theme sets the scheme. */
const styleTarget = ['chrome123', 'firefox120', 'safari17.5'];

/**
 * What is fetched in one piece: what every page needs, lists to pick from, what many share, the inputs of the small field
 * types, icons. More pieces would cost more requests, larger ones would bring pages what they do not need.
 */
const chunks = [
  { name: 'base', tags: ['$initial'], test: /(?<!index\.html|main\.tsx)$/, priority: 1 },
  {
    name: 'pickers',
    test: /@mantine\/core\/esm\/components\/(Combobox|Select)\//,
    minShareCount: 2,
    priority: 1,
  },
  { name: 'shared', minShareCount: 10 },
  { name: 'editors', test: /src\/web\/fields\/(?!date|date-time|rich-text)[\w-]+\/editor\.tsx$/ },
  { name: 'icons', test: /@tabler\/icons-react\/dist\/esm\/icons\//, minShareCount: 2 },
];

/** Builds the web client into dist/web; `vite` alone serves it beside a running server. */
const client: UserConfig = {
  root: 'src/web',
  plugins: [react(), toldAtOnce(), pdfResources(), manual(), compressed()],
  // Which build this is, by what the server knows one that is no longer given out.
  define: { __BUILD__: JSON.stringify(process.env.GUANXI_BUILD ?? 'development') },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: styleTarget,
    chunkSizeWarningLimit: 900,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: chunks } } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/forms', '/shown'].map((path) => [path, { target: server }])),
  },
};

/** Builds the one script that shows a form on other people's pages: `vite build --mode embed`. */
const embed: UserConfig = {
  plugins: [compressed()],
  build: {
    outDir: 'dist/web/forms',
    emptyOutDir: true,
    target: 'es2020',
    lib: { entry: 'src/web/embed/embed.ts', formats: ['iife'], name: 'form', fileName: () => 'embed.js' },
  },
};

export default defineConfig(({ mode }) => (mode === 'embed' ? embed : client));

/** Nearly every page of who is signed in needs the frame around pages, and lists are what is opened most by address. */
const wantedByMost = ['/shell/app-shell.tsx', '/list/list-page.tsx', '/list/fetch-list.ts'];

/**
 * Names in the page what the script that it begins with will ask for, so that the browser fetches all of it together: the
 * server leaves these lines out for strangers, who need none of it.
 */
function toldAtOnce(): Plugin {
  return {
    name: 'told-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const scripts = Object.values(bundle).filter((each) => each.type === 'chunk');
        const wanted = new Set<string>();
        const want = (name: string) => {
          if (wanted.has(name)) return;
          wanted.add(name);
          scripts.find(({ fileName }) => fileName === name)?.imports.forEach(want);
        };
        for (const { facadeModuleId, fileName } of scripts)
          if (wantedByMost.some((path) => facadeModuleId?.endsWith(path))) want(fileName);
        const missing = scripts.filter(({ fileName }) => wanted.has(fileName) && !html.includes(fileName));
        const styles = new Set(missing.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        const links = [
          'rel="preload" as="fetch" href="/api/meta"',
          ...missing.map(({ fileName }) => `rel="modulepreload" fetchpriority="low" href="/${fileName}"`),
          ...[...styles].map((name) => `rel="preload" as="style" fetchpriority="low" href="/${name}"`),
        ].map((attributes) => `    <link crossorigin ${attributes} />\n`);
        return html.replace(
          '  </head>',
          `    <!--signed-in-->\n${links.join('')}    <!--/signed-in-->\n  </head>`,
        );
      },
    },
  };
}

/** Lays a compressed copy beside each text file, so that the server need not compress it again each time. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const path of globSync('**/*.{js,css,html,svg,json}', { cwd: dir })) {
        const content = readFileSync(join(dir, path));
        if (content.length < 1024) continue;
        writeFileSync(join(dir, `${path}.br`), brotliCompressSync(content));
        writeFileSync(join(dir, `${path}.gz`), gzipSync(content));
      }
    },
  };
}

/** Lays beside the client what PDFs need that name characters or fonts without holding them. */
function pdfResources(): Plugin {
  return {
    name: 'pdf-resources',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const folder of ['cmaps', 'standard_fonts'])
        cpSync(`node_modules/pdfjs-dist/${folder}`, join(dir, 'pdf', folder), { recursive: true });
    },
  };
}

/** Lays the manuals beside the client, which know their chapters by the English headings and what stands with these. */
function manual(): Plugin {
  const laid = globSync('*.zh-CN.md', { cwd: 'docs' }).flatMap((chinese) => {
    const name = chinese.replace('.zh-CN.md', '');
    return [
      { file: `${name}.en.json`, write: () => written(`${name}.md`, `${name}.md`) },
      { file: `${name}.zh-CN.json`, write: () => written(`${name}.md`, chinese) },
    ];
  });
  const read = (file: string) => readFileSync(`docs/${file}`, 'utf8');
  const written = (english: string, file: string) => {
    const headings = read(english).match(/^## .+$(?:\n\n<!-- .+ -->)?/gm) ?? [];
    return JSON.stringify({ headings: headings.join('\n'), text: read(file) });
  };
  return {
    name: 'manual',
    writeBundle({ dir = '' }) {
      mkdirSync(join(dir, 'manual'), { recursive: true });
      for (const { file, write } of laid) writeFileSync(join(dir, 'manual', file), write());
    },
    configureServer({ middlewares }) {
      for (const { file, write } of laid)
        middlewares.use(`/manual/${file}`, (_request, answer) => answer.end(write()));
    },
  };
}

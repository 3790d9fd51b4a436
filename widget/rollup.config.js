import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import resolve from '@rollup/plugin-node-resolve'
import { minify } from '@swc/core'

const FOLDER = 'dist/bundle'

/** The contract's validation is the server's: it would be half the weight of the page's script again. */
const withoutZod = {
  name: 'without-zod',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}))
    const found = modules.filter((id) => /[\\/]zod[\\/]/.test(id))
    if (found.length > 0) this.error(`zod is in the bundle: ${found.join(', ')}`)
  },
}

/** Parts of an earlier build have other names, and would stay. */
const clean = {
  name: 'clean',
  buildStart: () => rm(FOLDER, { recursive: true, force: true }),
}

/** Compressed once, here, as well as it goes, so that a server without a proxy in front sends a third. */
const compressed = {
  name: 'compressed',
  async writeBundle({ dir }, bundle) {
    for (const { fileName, type } of Object.values(bundle)) {
      if (type !== 'chunk') continue
      const file = join(dir, fileName)
      const script = await readFile(file)
      await writeFile(`${file}.br`, brotliCompressSync(script))
      await writeFile(`${file}.gz`, gzipSync(script, { level: 9 }))
    }
  },
}

/** Comments of styles and all indents, which the minifier leaves in strings; lines stay, and the source map with them. */
const smallTemplates = {
  name: 'small-templates',
  transform(code, id) {
    const small = (css) =>
      css
        .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
        .replace(/([:;,{]) +/g, '$1')
        .replace(/ +\{/g, '{')
    // In no text of the widget does white space at the beginning of a line mean anything; in those of others it may.
    const isOurs = id.startsWith(fileURLToPath(new URL('dist/', import.meta.url)))
    const flat = isOurs ? code.replace(/^[ \t]+/gm, '') : code
    return { code: flat.replace(/(?<=\bcss ?`)[^`]*(?=`)/g, small), map: null }
  },
}

/** Half a kilobyte smaller, compressed, than what terser makes of it. */
const minified = {
  name: 'minified',
  renderChunk: (code) =>
    minify(code, { module: true, ecma: 2022, compress: { passes: 3 }, mangle: true, sourceMap: true }),
}

/**
 * One file for a `<script type="module">` tag. What is shown only once a visit is booked is a part beside it, which it
 * loads by itself from where it came; its name changes with what is in it.
 */
export default {
  input: { 'codex-booking': 'dist/script.js' },
  // The part takes what both need from the file, instead of making a third one of it.
  preserveEntrySignatures: 'allow-extension',
  plugins: [clean, resolve({ browser: true, exportConditions: ['production'] }), smallTemplates, withoutZod],
  output: {
    dir: FOLDER,
    entryFileNames: '[name].js',
    chunkFileNames: 'codex-[name]-[hash].js',
    format: 'es',
    sourcemap: true,
    plugins: [minified, compressed],
  },
}

import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import resolve from '@rollup/plugin-node-resolve'
import { minify } from '@swc/core'

/** The contract's validation is the server's: it would be half the weight of the page's script again. */
const withoutZod = {
  name: 'without-zod',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}))
    const found = modules.filter((id) => /[\\/]zod[\\/]/.test(id))
    if (found.length > 0) this.error(`zod is in the bundle: ${found.join(', ')}`)
  },
}

/** Compressed once, here, as well as it goes, so that a server without a proxy in front sends a third. */
const compressed = {
  name: 'compressed',
  async writeBundle({ file }) {
    const script = await readFile(file)
    await writeFile(`${file}.br`, brotliCompressSync(script))
    await writeFile(`${file}.gz`, gzipSync(script, { level: 9 }))
  },
}

/** Comments of styles and all indents, which terser leaves in strings; lines stay, and the source map with them. */
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
  async renderChunk(code) {
    return minify(code, { module: true, ecma: 2022, compress: { passes: 3 }, mangle: true, sourceMap: true })
  },
}

/** One file for a `<script type="module">` tag, with everything in it. */
export default {
  input: 'dist/index.js',
  plugins: [resolve({ browser: true, exportConditions: ['production'] }), smallTemplates, withoutZod],
  output: {
    file: 'dist/bundle/codex-booking.js',
    format: 'es',
    sourcemap: true,
    plugins: [minified, compressed],
  },
}

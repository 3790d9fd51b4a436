/**
 * Who may import whom. Tests and fixtures beside the code are free of the rooms' rules; nothing imports a test.
 * `test/house/import-rules.test.ts` breaks every rule once.
 */

const TESTS = '[.](test|fixture)[.]ts$'
const VAGUE = '/(utils?|helpers?|common|managers?|misc|shared|core)(/|[.]ts$)'
const HTTP = ['node_modules/(@fastify|fastify)', '^(node:)?https?$', '^(node:)?http2$']
/** The SDK as its users see it: built. */
const SDK = '^sdk/dist/index[.](js|d[.]ts)$'
const CONTRACT = '^sdk/dist/contract/'

/** A room of the server: the folder of that name, or the file. */
const room = (...names) => `^server/src/(${names.join('|')})(/|[.]ts$)`
const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
/** A room that may import other rooms only as listed; packages and Node's own modules are free. */
const roomImports = (name, rooms, others = []) =>
  forbidden(
    `${name}-imports`,
    `${name} may import ${[...rooms, ...others].join(', ')} and nothing else of ours.`,
    { path: room(name), pathNot: TESTS },
    { path: '^(server|sdk|widget)/', pathNot: [room(name, ...rooms), ...others] },
  )

export default {
  forbidden: [
    forbidden('no-cycle', 'What imports each other is one thing.', {}, { circular: true }),
    forbidden('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbidden(
      'telling-names',
      'A folder or file is named after what it holds.',
      {},
      { path: VAGUE, pathNot: 'node_modules' },
    ),
    forbidden('telling-names-of-importers', 'A folder or file is named after what it holds.', { path: VAGUE }, {}),
    forbidden(
      'no-test-code',
      'What we ship does not need the tests.',
      { pathNot: [TESTS, '^test/'] },
      { path: [TESTS, '^test/'] },
    ),

    forbidden(
      'engine-imports',
      'The engine is pure: it imports nothing outside itself.',
      { path: room('engine'), pathNot: TESTS },
      { pathNot: room('engine') },
    ),
    forbidden(
      'availability-imports',
      'From the wall clock to instants: the engine and luxon, no more.',
      { path: room('availability'), pathNot: TESTS },
      { pathNot: [room('availability', 'engine'), 'node_modules/(@types/)?luxon/'] },
    ),
    roomImports('booking', ['engine', 'availability', 'store', 'cache', 'live', 'problems', 'clock']),
    roomImports('store', ['generated', 'clock']),
    roomImports('cache', ['availability', 'store', 'clock']),
    roomImports('live', ['store', 'cache', 'clock']),
    roomImports('problems', [], [CONTRACT]),
    roomImports('routes', ['booking', 'availability', 'problems', 'store'], [CONTRACT]),
    forbidden(
      'routes-through-booking',
      'A route reads and writes through a use case: of the store it may know the types of the rows it is handed.',
      { path: room('routes'), pathNot: TESTS },
      { path: room('store'), dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'no-http-below-routes',
      'Only routes and plugins (and what puts them together) know about HTTP.',
      {
        path: '^server/src/',
        pathNot: [TESTS, room('routes', 'plugins', 'start', 'workers', 'demo', 'cli', 'app', 'main')],
      },
      { path: HTTP },
    ),

    forbidden(
      'sdk-imports',
      'The SDK knows the API by its contract only.',
      { path: '^sdk/src/', pathNot: TESTS },
      { path: '^(server|widget|examples|test)/' },
    ),
    forbidden(
      'sdk-without-zod',
      'zod stays out of the browser: the client takes types from the contract, and constants from files without zod.',
      { path: SDK },
      { path: 'node_modules/zod/', reachable: true },
    ),
    forbidden(
      'widget-imports',
      'The widget knows the SDK, and lit.',
      { path: '^widget/src/', pathNot: TESTS },
      { pathNot: ['^widget/src/', SDK, CONTRACT, 'node_modules/(lit|@lit)/'] },
    ),
    forbidden(
      'widget-without-contract',
      'zod stays out of the browser: of the contract the widget may use types only.',
      { path: '^widget/src/', pathNot: TESTS },
      { path: CONTRACT, dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '^(server|widget)/dist/'] },
    exclude: { path: ['^server/src/generated/.+', '[.]types/'] },
    enhancedResolveOptions: {
      conditionNames: ['import', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main'],
    },
  },
}

const HELP = `codex-booking: a booking server with an API, a widget and a demo salon.

  codex-booking [start]   serve the API and the widget
  codex-booking demo      the same, with a demo salon and a page of another origin that books there
  codex-booking migrate   bring the database up to date, and stop
  codex-booking help      show this

  --workers N             for start and demo: serve in N processes that share the port; needs DATABASE_URL

It is configured by variables of the environment; with none at all it keeps its data in ./.codex-booking:

  PORT, HOST               where the API listens (3000, 127.0.0.1)
  DATABASE_URL             a PostgreSQL instead of the embedded database
  REDIS_URL                what several processes remember together; one alone needs none
  MANAGE_TOKEN_SECRETS     needed with DATABASE_URL: secrets that sign the links to bookings, the newest first
  DATABASE_CONNECTIONS     how many connections each process may have to it (20)
  ONLY_PROCESS             yes: no other process uses that database, so this one may remember what it read (no)
  DATA_DIR                 folder of the embedded database (.codex-booking)
  LOG_LEVEL                fatal, error, warn, info, debug, trace or silent (info)
  METRICS_PORT, METRICS_HOST   where /metrics listens, or off (9464, 127.0.0.1)
  DEMO_PORT                where the demo page listens (PORT + 1)
  TRUST_PROXY              addresses of the proxies in front, which are believed about where requests come from
  SHUTDOWN_DELAY_SECONDS   how long to go on at the end while /ready says no (5 with DATABASE_URL, else 0)
  SHUTDOWN_GRACE_SECONDS   how long the end may take, that included (25)
`

/** Shows the commands and the variables. */
export function help(): void {
  process.stdout.write(HELP)
}
